using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Api;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Lists;

/// <summary>A stretch of the list as the API tells it.</summary>
public sealed record OrderList(int Total, int Page, int Size, IReadOnlyList<OrderLine> Orders);

/// <summary>A line of it.</summary>
public sealed record OrderLine(Guid Id, string Number, string Title, Contracts.OrderType Type, string ContentClass, Contracts.OrderSource Source, Contracts.OrderState State, UnitId? Unit, DateTimeOffset ReceivedAt, DateOnly? Due, DateOnly? ClosedOn);

public sealed record OrderExportView(int Count, string Purpose, FormErrors Errors);

/// <summary>工单查询 — every order the visitor may see, filtered, sorted and paged by the URL, taken out with a purpose.</summary>
internal static class ListOrders
{
    public const string Here = "/desk/orders";
    private const int Most = 100_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, Show).RequirePermission(OrderPermissions.Read);
        app.MapGet("/api/v1/orders", List).RequirePermission(OrderPermissions.Read).Described("查询工单，条件与工单查询页相同；不含诉求人");
        app.MapGet(Here + "/export", async (HttpContext http, [AsParameters] OrderFilter filter, AppDb db, PermissionTable table, CountyScope scope, CancellationToken ct) =>
            Page.Of<OrderExportPage>(http, new OrderExportView(await Found(http, filter, (db, table, scope), OrderPermissions.Export).CountAsync(ct), "", new()))).RequirePermission(OrderPermissions.Export);
        app.MapPost(Here + "/export", Export).RequirePermission(OrderPermissions.Export);
    }

    private static async Task<IResult> Show(HttpContext http, [AsParameters] OrderFilter filter, AppDb db, OrderDesk desk, PermissionTable table, CountyScope scope, CancellationToken ct)
    {
        var today = http.Act().Today;
        var found = Found(http, filter, (db, table, scope), OrderPermissions.Read);
        var paging = Paging.Of(filter.Page, filter.Size, await found.CountAsync(ct));
        var rows = await filter.Order(found).Skip(paging.Skip).Take(paging.Size).Select(OrderRow.Of).ToListAsync(ct);
        var clock = await desk.Clock(ct);
        var known = await db.UnitsAndTowns(ct);
        return Page.Of<OrdersPage>(http, new OrdersView(
            [.. rows.Select(r => r with { UnitName = r.Unit is { } unit ? known.NameOf(unit) : "未派单", Deadline = OrderDeadline.Of(r.Clock, clock, today, $"/desk/orders/{r.Id}/clock") })], paging, filter, known,
            (await desk.Codes(ct)).ClassChoices(today), http.Visitor.May(table, OrderPermissions.Export), http.Visitor.May(table, OrderPermissions.Record), http.Visitor.May(table, OrderPermissions.Dispatch)));
    }

    private static async Task<Ok<OrderList>> List(HttpContext http, [AsParameters] OrderFilter filter, AppDb db, PermissionTable table, CountyScope scope, CancellationToken ct)
    {
        var found = Found(http, filter, (db, table, scope), OrderPermissions.Read);
        var paging = Paging.Of(filter.Page, filter.Size, await found.CountAsync(ct));
        var rows = await filter.Order(found).Skip(paging.Skip).Take(paging.Size).Select(OrderRow.Of).ToListAsync(ct);
        return TypedResults.Ok(new OrderList(paging.Total, paging.Page, paging.Size,
            [.. rows.Select(r => new OrderLine(r.Id, r.Number, r.Title, r.Type, r.ContentClass, r.Source, r.State, r.Unit, r.ReceivedAt, r.Clock.Due, r.ClosedOn))]));
    }

    private static async Task<IResult> Export(HttpContext http, [AsParameters] OrderFilter filter, IFormCollection form, AppDb db, PermissionTable table, CountyScope scope, Writer writer, ExportLog log, CancellationToken ct)
    {
        var (purpose, found, errors) = (http.Request.Text("purpose", 200), Found(http, filter, (db, table, scope), OrderPermissions.Export), new FormErrors());
        var count = await found.CountAsync(ct);
        if (purpose.Length < 2)
        {
            errors.Add("purpose", "请填写导出用途，2 至 200 字。");
        }
        else if (count > Most)
        {
            errors.Add("", $"一次最多导出 {Numbers.Thousands(Most)} 件，现有 {Numbers.Thousands(count)} 件。请缩小受理日期的范围。");
        }

        if (errors.Count > 0)
        {
            return Page.Again<OrderExportPage>(http, new OrderExportView(count, purpose, errors));
        }

        var act = http.Act(purpose);
        await writer.Write(act, () => log.Note(act, ExportOfList.By(http.Request, "工单", count), purpose), ct);
        var units = await db.UnitRefs.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.ShortName, ct);
        var codes = await db.OrderCodes(ct);
        return Sheet.Of($"工单{act.Today:yyyyMMdd}.xlsx", filter.Order(found).Take(Most).Select(OrderRow.Of).AsEnumerable().Select(r => Cells(r, r.Unit is { } unit ? units.GetValueOrDefault(unit, unit.Value) : "", codes)));
    }

    private static IQueryable<WorkOrder> Found(HttpContext http, OrderFilter filter, (AppDb Db, PermissionTable Table, CountyScope Scope) by, string permission) =>
        filter.Apply(by.Db.Orders.AsNoTracking().Within(http.Visitor, by.Table, permission), by.Db, http.Act().Today, by.Scope.County.Keys);

    // no caller in it; of an order under secrecy not even what it is about
    private static Dictionary<string, object?> Cells(OrderRow r, string unit, OrderCodes codes) => new()
    {
        ["工单编号"] = r.Number, ["标题"] = r.Secret ? "（保密工单）" : r.Title, ["类型"] = Label.Of(r.Type), ["内容分类"] = codes.ClassName(r.ContentClass, ChinaTime.DateOf(r.ReceivedAt)), ["来源"] = Label.Of(r.Source), ["紧急程度"] = Label.Of(r.Urgency),
        ["状态"] = Label.Of(r.State), ["主办单位"] = unit, ["受理时间"] = Dates.Moment(r.ReceivedAt), ["县办结期限"] = r.Clock.Due?.ToString("yyyy-MM-dd"), ["市平台期限"] = r.CityDue?.ToString("yyyy-MM-dd"),
        ["承办结果"] = r.Outcome is { } outcome ? Label.Of(outcome) : null, ["态度评价"] = r.Attitude is { } attitude ? Label.Of(attitude) : null, ["结果评价"] = r.Result is { } result ? Label.Of(result) : null,
        ["重办次数"] = r.Rehandlings, ["随主单办理"] = r.Follows ? "是" : null, ["办结日期"] = r.ClosedOn?.ToString("yyyy-MM-dd"),
    };
}
