using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Api;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Rechecks;

/// <summary>The list's query, as it stands in the URL.</summary>
public sealed record RecheckFilter(string? Q, string? State, string? Unit, string? Month, string? Late, string? Sort, string? Page, string? Size);

/// <summary>A dissatisfied order as lists tell it.</summary>
public sealed record RecheckRow(Guid Id, string Number, string Title, string Unit, string Verdict, DateOnly SaidOn, DateOnly ExplainBy, bool Late, OrderRecheckState State);

public sealed record RechecksView(IReadOnlyList<RecheckRow> Rows, Paging Paging, RecheckFilter Filter, IReadOnlyList<Choice> Units, IReadOnlyList<Choice> Months, bool MayExport);

/// <summary>不满意件复核 — every month's, a unit only its own; taken out with a purpose.</summary>
internal static class ListRechecks
{
    public const string Here = "/desk/order-rechecks";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, async (HttpContext http, [AsParameters] RecheckFilter filter, AppDb db, PermissionTable table, CancellationToken ct) =>
            Page.Of<RechecksPage>(http, await View(http, filter, db, table, ct))).RequirePermission(RecheckPermissions.Read);
        app.MapGet("/api/v1/order-rechecks", async Task<Ok<IReadOnlyList<RecheckRow>>> (HttpContext http, [AsParameters] RecheckFilter filter, AppDb db, PermissionTable table, CancellationToken ct) =>
            TypedResults.Ok((await View(http, filter, db, table, ct)).Rows)).RequirePermission(RecheckPermissions.Read).Described("不满意件复核");
        app.MapExport<RecheckFilter, RecheckRow>(Here, OrderPermissions.Export, Taken);
    }

    /// <summary>What this visitor may see: everything, or what their unit answered.</summary>
    public static IQueryable<OrderRecheck> Within(this IQueryable<OrderRecheck> rechecks, HttpContext http, PermissionTable table, string verb) =>
        http.Visitor.UnitsFor(table, verb) is { } units ? rechecks.Where(r => units.Contains(r.Unit)) : rechecks;

    private static async Task<RechecksView> View(HttpContext http, RecheckFilter filter, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var within = db.Set<OrderRecheck>().AsNoTracking().Within(http, table, RecheckPermissions.Read);
        var found = Sorted(Apply(within, filter, http.Act().Today), filter.Sort);
        var paging = Paging.Of(filter.Page, filter.Size, await found.CountAsync(ct));
        var rows = await Rows(found.Skip(paging.Skip).Take(paging.Size), db, http.Act().Today).ToListAsync(ct);
        var units = await db.UnitRefs.AsNoTracking().Where(u => within.Any(r => r.Unit == u.Id)).OrderBy(u => u.Kind).ThenBy(u => u.Id).Select(u => new Choice(u.Id.Value, u.ShortName, null, null)).ToListAsync(ct);
        var months = (await within.Select(r => r.Month).Distinct().ToListAsync(ct)).OrderDescending().Select(m => new Choice($"{m:yyyy-MM}", $"{m.Year}年{m.Month}月")).ToList();
        return new(rows, paging, filter, units, months, http.Visitor.May(table, OrderPermissions.Export));
    }

    private static ExportOf<RecheckRow> Taken(HttpContext http, RecheckFilter filter, AppDb db, PermissionTable table)
    {
        var found = Sorted(Apply(db.Set<OrderRecheck>().AsNoTracking().Within(http, table, OrderPermissions.Export), filter, http.Act().Today), filter.Sort);
        return new("不满意件复核", Here, Rows(found, db, http.Act().Today), r => new Dictionary<string, object?>
        {
            ["工单编号"] = r.Number, ["标题"] = r.Title, ["承办单位"] = r.Unit, ["评价"] = r.Verdict, ["评价日期"] = $"{r.SaidOn:yyyy-MM-dd}", ["说明期限"] = $"{r.ExplainBy:yyyy-MM-dd}", ["逾期"] = r.Late ? "是" : "", ["状态"] = Label.Of(r.State),
        })
        { Notice = "不含诉求人的姓名和电话。谁导出了多少条、用来做什么，会记入导出登记。" };
    }

    private static IQueryable<RecheckRow> Rows(IQueryable<OrderRecheck> rechecks, AppDb db, DateOnly today)
    {
        var units = db.UnitRefs;
        return rechecks.Select(r => new RecheckRow(r.Id, r.OrderNumber, r.Title, units.Where(u => u.Id == r.Unit).Select(u => u.ShortName).FirstOrDefault() ?? "—", r.Verdict, r.SaidOn, r.ExplainBy,
            r.State == OrderRecheckState.Asked && r.ExplainBy < today, r.State));
    }

    private static IQueryable<OrderRecheck> Apply(IQueryable<OrderRecheck> rechecks, RecheckFilter filter, DateOnly today)
    {
        rechecks = string.IsNullOrWhiteSpace(filter.Q) ? rechecks : rechecks.Where(r => r.Title.Contains(filter.Q.Trim()) || r.OrderNumber == filter.Q.Trim());
        rechecks = Enum.TryParse<OrderRecheckState>(filter.State, out var state) ? rechecks.Where(r => r.State == state) : rechecks;
        rechecks = UnitId.TryParse(filter.Unit, null, out var unit) ? rechecks.Where(r => r.Unit == unit) : rechecks;
        rechecks = Appraisal.AppraisalDesk.MonthOf(filter.Month) is { } month ? rechecks.Where(r => r.Month == month) : rechecks;
        return filter.Late == "yes" ? rechecks.Where(r => r.State == OrderRecheckState.Asked && r.ExplainBy < today) : rechecks;
    }

    private static IQueryable<OrderRecheck> Sorted(IQueryable<OrderRecheck> rechecks, string? sort) => sort switch
    {
        "said" => rechecks.OrderBy(r => r.SaidOn).ThenBy(r => r.Id),
        "by" => rechecks.OrderBy(r => r.ExplainBy).ThenBy(r => r.Id),
        "-by" => rechecks.OrderByDescending(r => r.ExplainBy).ThenBy(r => r.Id),
        _ => rechecks.OrderByDescending(r => r.SaidOn).ThenBy(r => r.Id),
    };
}
