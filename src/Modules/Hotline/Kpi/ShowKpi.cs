using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Bulletins;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Kpi;

/// <summary>热线指标月表 — every figure of the hotline for each unit, type or town of a month or a year, beside the period before and a year before; every number opens its rows.</summary>
internal static class ShowKpi
{
    public const string Here = "/desk/hotline/kpi";

    private sealed record Query(string? Period, string? By, string? Sort, string? Against);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, Show).RequirePermission(KpiPermissions.Read);
        app.MapGet(Here + "/xlsx", async (HttpContext http, [AsParameters] Query query, KpiReading reading, AppDb db, CancellationToken ct) =>
            await Table(http, query, reading, db, ct) is var table ? Sheet.Of($"热线指标-{table.Period}.xlsx", KpiSheets.Of(table)) : throw new NotThere()).RequirePermission(KpiPermissions.Read);
        app.MapGet("/api/v1/hotline/kpi", async (HttpContext http, [AsParameters] Query query, KpiReading reading, AppDb db, CancellationToken ct) => Results.Ok(await Table(http, query, reading, db, ct)))
            .RequirePermission(KpiPermissions.Read).Produces<KpiTable>().WithTags("热线").WithName("hotlineKpi").WithSummary("热线指标月表")
            .WithDescription("period 为 2020-11（月）或 2020（年），不给时为上月；by 为 unit（单位，默认）、type（诉求类型）、area（镇街）。progress 说明汇总计到哪里。");
    }

    private static async Task<IResult> Show(HttpContext http, [AsParameters] Query query, KpiReading reading, AppDb db, CancellationToken ct)
    {
        var table = await Table(http, query, reading, db, ct);
        return Page.Of<KpiPage>(http, table with { Periods = await Periods(db, http.Act().Today, ct), Sort = query.Sort, Against = query.Against is "year" or "none" ? query.Against : "previous", Rows = Sorted(table.Rows, query.Sort) });
    }

    private static async Task<KpiTable> Table(HttpContext http, Query query, KpiReading reading, AppDb db, CancellationToken ct)
    {
        var today = http.Act().Today;
        var period = string.IsNullOrWhiteSpace(query.Period) ? await Usual(db, today, ct) : BulletinPeriod.Parse(query.Period.Trim(), today) ?? throw new NotThere();
        var by = string.IsNullOrWhiteSpace(query.By) ? KpiBy.Unit : Enum.TryParse<KpiBy>(query.By.Trim(), true, out var named) && named != KpiBy.All && Enum.IsDefined(named) ? named : throw new NotThere();
        return await reading.Of(period, by, today, ct);
    }

    // last month, or the last in which anything was counted
    private static async Task<BulletinPeriod> Usual(AppDb db, DateOnly today, CancellationToken ct)
    {
        var last = KpiPeriod.MonthOf(today.AddMonths(-1));
        var least = KpiPeriod.FirstOf(last);
        var month = await db.Set<KpiCell>().AsNoTracking().Where(c => c.By == KpiBy.All && c.Period >= least && c.Period <= last).MaxAsync(c => (int?)c.Period, ct) ?? last;
        return new(month / 100, month % 100);
    }

    private static async Task<IReadOnlyList<Choice>> Periods(AppDb db, DateOnly today, CancellationToken ct)
    {
        var known = await db.Set<KpiCell>().AsNoTracking().Where(c => c.By == KpiBy.All && c.Measure == KpiMeasure.Received && c.Sum > 0).Select(c => c.Period).ToListAsync(ct);
        return [.. known.Append(KpiPeriod.MonthOf(today)).Append(today.Year).Distinct().OrderByDescending(p => p > 9999 ? p / 100 : p).ThenByDescending(p => p > 9999 ? 0 : 1).ThenByDescending(p => p)
            .Select(p => p > 9999 ? new Choice($"{p / 100:0000}-{p % 100:00}", $"{p / 100}年{p % 100}月") : new Choice($"{p:0000}", $"{p}年全年"))];
    }

    // by a figure's value, those without one last; 名称 in the order of the divisions and units
    private static IReadOnlyList<KpiRow> Sorted(IReadOnlyList<KpiRow> rows, string? sort)
    {
        var id = sort?.TrimStart('-');
        return id is null || rows.Count == 0 || rows[0].Figures.All(f => f.Id != id) ? rows
            : [.. sort![0] == '-' ? rows.OrderBy(r => r.Of(id).Value is null).ThenByDescending(r => r.Of(id).Value) : rows.OrderBy(r => r.Of(id).Value is null).ThenBy(r => r.Of(id).Value)];
    }
}
