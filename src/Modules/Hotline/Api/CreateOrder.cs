using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Api;

/// <summary>An order as a program of the office takes it down: a walk-in, a letter, what came from above.</summary>
public sealed record NewOrder
{
    /// <summary>WalkIn, Letter or Assigned.</summary>
    [Required(ErrorMessage = "请填写来源 source。")]
    public OrderSource? Source { get; init; }

    [Required(ErrorMessage = "请填写诉求类型 type。")]
    public OrderType? Type { get; init; }

    public Urgency Urgency { get; init; } = Urgency.Ordinary;

    [MaxLength(100, ErrorMessage = "标题不能超过 100 个字。")]
    public string? Title { get; init; }

    [Required(ErrorMessage = "请填写诉求内容 content。")]
    public string? Content { get; init; }

    [MaxLength(500, ErrorMessage = "诉求不能超过 500 个字。")]
    public string? Appeal { get; init; }

    /// <summary>Twelve digits of the division; empty for the county.</summary>
    [MaxLength(12, ErrorMessage = "区划代码为 12 位。")]
    public string? Area { get; init; }

    [MaxLength(200, ErrorMessage = "地址不能超过 200 个字。")]
    public string? Address { get; init; }

    [MaxLength(50, ErrorMessage = "姓名不能超过 50 个字。")]
    public string? Name { get; init; }

    [MaxLength(20, ErrorMessage = "电话不能超过 20 个字符。")]
    public string? Phone { get; init; }

    /// <summary>GB/T 2261.1.</summary>
    public Sex? Sex { get; init; }

    /// <summary>Another telephone under which the caller is to be reached.</summary>
    [MaxLength(20, ErrorMessage = "回拨电话不能超过 20 个字符。")]
    public string? Callback { get; init; }

    /// <summary>身份证号码.</summary>
    [MaxLength(18, ErrorMessage = "身份证号码为 18 位。")]
    public string? IdNumber { get; init; }

    public bool Anonymous { get; init; }

    public bool Secret { get; init; }

    /// <summary>The unit that it speaks of.</summary>
    [MaxLength(40, ErrorMessage = "单位代码不能超过 40 个字符。")]
    public string? ReportedUnit { get; init; }
}

/// <summary>An order that was just taken down.</summary>
/// <param name="QueryCode">With the number it opens the progress without an account.</param>
public sealed record TakenOrder(Guid Id, string Number, string QueryCode, OrderState State, DateOnly? Due, int Version);

/// <summary>工单 as the API tells it: nothing of the caller.</summary>
public sealed record OrderSnapshot(
    Guid Id, string Number, string Title, string Content, OrderType Type, string ContentClass, OrderSource Source, string? SourceNumber, Urgency Urgency, OrderState State, UnitId? Unit, AreaCode Area,
    DateTimeOffset ReceivedAt, DateOnly? Due, DateOnly? CityDue, UnitOutcome? Outcome, Attitude? Attitude, CallerResult? Result, DateOnly? ClosedOn, int Version)
{
    internal static readonly Expression<Func<WorkOrder, OrderSnapshot>> Of = o => new(
        o.Id, o.Number, o.Title, o.Content, o.Type, o.ContentClass, o.Source, o.SourceNumber, o.Urgency, o.State, o.Unit, o.Area, o.ReceivedAt, o.Due, o.CityDue, o.Outcome, o.Attitude, o.Result, o.ClosedOn, o.Trail.Count);
}

/// <summary>POST /api/v1/orders, and reading one.</summary>
internal static class CreateOrder
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/v1/orders", Create).RequirePermission(OrderPermissions.Record).Described("登记一件工单：来访、来信、上级转办");
        app.MapGet("/api/v1/orders/{id:guid}", One).RequirePermission(OrderPermissions.Read).Described("读取一件工单，不含诉求人；带 If-None-Match 时未变则答 304");
    }

    private static async Task<Results<Created<TakenOrder>, ValidationProblem>> Create(HttpContext http, NewOrder input, OrderIntake intake, AppDb db, CancellationToken ct)
    {
        var errors = new FormErrors();
        if (!RecordOrder.ByHand.Contains(input.Source!.Value))
        {
            errors.Add("source", "这个来源有自己的入口，不能由程序登记。");
        }

        if (await intake.Read(Typed(input), input.Source.Value, doorkeeper: false, http.Act().Today, errors, ct) is not { } draft)
        {
            return BadInput.Problem(errors);
        }

        var id = await intake.Record(http, draft, ct);
        // as it was just saved; asked of the database only where an earlier request had taken it in
        var o = await db.Orders.FindAsync([id], ct) ?? throw new NotThere();
        var taken = new TakenOrder(o.Id, o.Number, o.QueryCode, o.State, o.Due, o.Trail.Count);
        http.TellVersion(taken.Version);
        return TypedResults.Created($"{http.Request.PathBase}/api/v1/orders/{id}", taken);
    }

    private static async Task<Results<Ok<OrderSnapshot>, StatusCodeHttpResult>> One(HttpContext http, Guid id, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var found = (http.Visitor.UnitsFor(table, OrderPermissions.Read) is null ? await Snapshot.For(db)(db, id, ct)
            : await db.Orders.AsNoTracking().Within(http.Visitor, table, OrderPermissions.Read).Where(o => o.Id == id).Select(OrderSnapshot.Of).FirstOrDefaultAsync(ct)) ?? throw new NotThere();
        http.TellVersion(found.Version);
        return http.Request.Headers.IfNoneMatch == http.Response.Headers.ETag ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(found);
    }

    /// <summary>One order for who may read them all: programs ask for nothing more often.</summary>
    private static readonly Translated<Func<AppDb, Guid, CancellationToken, Task<OrderSnapshot?>>> Snapshot = new(() =>
        EF.CompileAsyncQuery((AppDb db, Guid id, CancellationToken ct) => db.Set<WorkOrder>().AsNoTracking().Where(o => o.Id == id).Select(OrderSnapshot.Of).FirstOrDefault()));

    private static OrderInput Typed(NewOrder input) => new()
    {
        Type = input.Type.ToString()!, Urgency = input.Urgency.ToString(), Title = input.Title?.Trim() ?? "", Content = input.Content?.Trim() ?? "", Appeal = input.Appeal?.Trim() ?? "", Area = input.Area ?? "", Address = input.Address?.Trim() ?? "",
        Name = input.Name?.Trim() ?? "", Phone = input.Phone?.Trim() ?? "", Sex = input.Sex.ToString() ?? "", Callback = input.Callback?.Trim() ?? "", IdNumber = input.IdNumber?.Trim() ?? "", Anonymous = input.Anonymous ? "true" : "", Secret = input.Secret ? "true" : "", Reported = input.ReportedUnit ?? "",
    };
}
