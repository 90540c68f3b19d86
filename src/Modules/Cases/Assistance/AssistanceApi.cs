using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Api;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Assistance;

/// <summary>A request for help as a program sends it: with a clerk's token for somebody, with a person's own for themselves.</summary>
public sealed record NewAssistance
{
    /// <summary>Phone, Doorstep or Station; left out with a person's own token.</summary>
    public string? Door { get; init; }

    [Required(ErrorMessage = "请填写姓名 name。")]
    public string? Name { get; init; }

    [Required(ErrorMessage = "请填写身份证号码 number。")]
    public string? Number { get; init; }

    [Required(ErrorMessage = "请填写电话 phone。")]
    public string? Phone { get; init; }

    /// <summary>The village's or town's twelve digits.</summary>
    [Required(ErrorMessage = "请填写村（社区）的行政区划代码 area。")]
    public string? Area { get; init; }

    public string? Address { get; init; }

    [Required(ErrorMessage = "请写明要办的事 wish。")]
    public string? Wish { get; init; }

    internal AssistanceInput AsTyped => new()
    {
        Door = Enum.TryParse<AssistanceDoor>(Door, ignoreCase: true, out var door) ? $"{door}" : "", Name = Name!.Trim(), Number = Number!.Trim(), Phone = Phone!.Trim(), Area = Area!.Trim(), Address = Address?.Trim() ?? "", Wish = Wish!.Trim(),
    };
}

/// <param name="Agent">The account of somebody of the village or its town.</param>
public sealed record AssignmentInput([property: Required(ErrorMessage = "请填写帮办员 agent。")] Guid? Agent);

/// <param name="CaseNumber">受理编号.</param>
public sealed record LinkInput([property: Required(ErrorMessage = "请填写受理编号 caseNumber。")] string? CaseNumber);

public sealed record CompletionInput([property: Required(ErrorMessage = "请写明办理结果 outcome。"), MaxLength(500, ErrorMessage = "办理结果 outcome 不能超过 500 个字。")] string? Outcome);

public sealed record AssistanceWithdrawalInput([property: Required(ErrorMessage = "请写明撤回原因 reason。"), MaxLength(200, ErrorMessage = "撤回原因 reason 不能超过 200 个字。")] string? Reason);

/// <summary>An order as programs read it; the person's name is masked.</summary>
/// <param name="Papers">What was taken, and how many originals are still held.</param>
public sealed record AssistanceStanding(
    Guid Id, string Number, AssistanceState State, AssistanceDoor Door, string Person, string Area, string Wish, string Agent, DateTimeOffset RequestedAt, DateOnly? FinishedOn, string Outcome,
    IReadOnlyList<string> Cases, int Papers, int Held)
{
    internal static AssistanceStanding Of(AssistanceOrder o) => new(o.Id, o.Number, o.State, o.Door, Masking.Name(o.Person.Name), o.Area.Value, o.Wish, o.AgentName, o.RequestedAt, o.FinishedOn, o.Outcome,
        [.. o.Cases.Select(c => c.CaseNumber)], o.Papers.Count, o.Papers.Count(p => p.Original && p.Return is null));
}

/// <summary>A stretch of the list and how many there are in all.</summary>
public sealed record AssistanceOrders(int Total, int Page, int Size, IReadOnlyList<AssistanceStanding> Orders);

/// <summary>帮办代办 for programs. What needs a photograph or a signature (委托书, 代收, 交还) is done on the agent's phone.</summary>
internal static class AssistanceApi
{
    private const string Here = "/api/v1/assistance";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, List).RequirePermission(AssistancePermissions.Read).Described("查询帮办代办，条件与列表页相同");
        app.MapPost(Here, Request).RequireAuthorization().Described("登记帮办申请：窗口人员的令牌代为登记，个人令牌为本人申请");
        app.MapGet(Here + "/{id:guid}", async (HttpContext http, Guid id, AssistanceDesk desk, CancellationToken ct) =>
            Stands(http, await desk.Find(http, id, AssistancePermissions.Read, ct))).RequirePermission(AssistancePermissions.Read).Described("一件帮办代办的现状");
        app.MapPost(Here + "/{id:guid}/assignment", Assign).RequirePermission(AssistancePermissions.Act).Described("指派帮办员，生成授权委托书");
        app.MapPost(Here + "/{id:guid}/cases", LinkCase).RequirePermission(AssistancePermissions.Act).Described("关联代办件");
        app.MapPost(Here + "/{id:guid}/completion", (HttpContext http, Guid id, CompletionInput input, AssistanceDesk desk, CancellationToken ct) =>
            Change(http, id, (o, act) => { o.Finish(input.Outcome!.Trim(), act); return Task.CompletedTask; }, null, desk, ct)).RequirePermission(AssistancePermissions.Act).Described("办结帮办");
        app.MapPost(Here + "/{id:guid}/withdrawal", (HttpContext http, Guid id, AssistanceWithdrawalInput input, AssistanceDesk desk, CancellationToken ct) =>
            Change(http, id, (o, act) => { o.Withdraw(act); return Task.CompletedTask; }, input.Reason!.Trim(), desk, ct)).RequirePermission(AssistancePermissions.Act).Described("撤回帮办");
    }

    private static async Task<Ok<AssistanceOrders>> List(HttpContext http, [AsParameters] AssistanceFilter filter, AppDb db, PermissionTable table, CountyScope scope, CancellationToken ct)
    {
        var found = ListAssistance.Found(http, filter, db, table, scope, AssistancePermissions.Read);
        var paging = Paging.Of(filter.Page, filter.Size, await found.CountAsync(ct));
        var rows = await found.Skip(paging.Skip).Take(paging.Size).Whole.ToListAsync(ct);
        return TypedResults.Ok(new AssistanceOrders(paging.Total, paging.Page, paging.Size, [.. rows.Select(AssistanceStanding.Of)]));
    }

    private static async Task<IResult> Request(HttpContext http, NewAssistance input, RequestAssistance.Reading reading, PermissionTable table, AppDb db, CancellationToken ct)
    {
        if (http.Visitor.IsStaff && !http.Visitor.May(table, AssistancePermissions.Request))
        {
            throw new NotThere();
        }

        var errors = new FormErrors();
        if (await reading.Handle(http, input.AsTyped, http.Visitor.IsStaff ? null : http.Visitor.Actor.AccountId, errors, ct) is not { } id)
        {
            return BadInput.Of(errors);
        }

        var made = await db.AssistanceOrders.AsNoTracking().Whole.FirstAsync(o => o.Id == id, ct);
        return TypedResults.Created($"{http.Request.PathBase}{Here}/{id}", AssistanceStanding.Of(made));
    }

    private static async Task<IResult> Assign(HttpContext http, Guid id, AssignmentInput input, AssistanceDesk desk, AppDb db, AssistancePapers papers, CancellationToken ct)
    {
        var found = await desk.Find(http, id, AssistancePermissions.Act, ct);
        if ((await db.AgentsOf(found.Area, ct)).FirstOrDefault(a => a.AccountId == input.Agent) is not { } agent)
        {
            var errors = new FormErrors();
            errors.Add("agent", "帮办员 agent 应为本村或本镇的人员。");
            return BadInput.Of(errors);
        }

        return await Change(http, id, (o, act) => ActOnAssistance.Appoint(o, agent, papers, act, ct), null, desk, ct);
    }

    private static async Task<IResult> LinkCase(HttpContext http, Guid id, LinkInput input, AssistanceDesk desk, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var number = input.CaseNumber!.Trim();
        var seen = db.Cases.Real.Within(http.Visitor, table, CasePermissions.Receive).Where(c => c.Number == number);
        if (!await seen.AnyAsync(ct))
        {
            throw new NotThere();
        }

        return await Change(http, id, async (o, act) => o.LinkCase(await seen.Whole.FirstAsync(ct), act), null, desk, ct);
    }

    private static async Task<IResult> Change(HttpContext http, Guid id, Func<AssistanceOrder, Act, Task> verb, string? reason, AssistanceDesk desk, CancellationToken ct)
    {
        await desk.Change(http, id, verb, reason, ct);
        return Stands(http, await desk.Find(http, id, AssistancePermissions.Act, ct));
    }

    private static Ok<AssistanceStanding> Stands(HttpContext http, AssistanceOrder o)
    {
        http.TellVersion(o.Trail.Count);
        return TypedResults.Ok(AssistanceStanding.Of(o));
    }
}
