using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Api;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Documents;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Bulletins;

/// <summary>A month or a year that a bulletin can be made of.</summary>
/// <param name="IssueId">The edition that stands; null where none was issued or it was withdrawn.</param>
public sealed record BulletinChoice(string Key, string Name, bool Whole, long Received, string RowsHref, Guid? IssueId, string? Serial, bool MayIssue);

/// <summary>What is counted now, beside the edition that stands.</summary>
public sealed record CountedBulletinView(BulletinView Content, BulletinEdition? Issued, bool MayIssue);

public sealed record BulletinsView(IReadOnlyList<BulletinChoice> Periods);

/// <summary>An order that a part of a bulletin counts.</summary>
public sealed record BulletinRow(Guid Id, string Number, string Title, DateOnly On);

/// <param name="Days">Received from when to when.</param>
public sealed record BulletinRowsView(string Key, string Name, string Of, string Days, IReadOnlyList<BulletinRow> Rows, Paging Paging);

/// <summary>通报 and 年度分析 — a page, a Word file and a workbook of the same counts, each count opening its rows.</summary>
internal static class ShowBulletin
{
    public const string Here = "/desk/bulletins";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, async (HttpContext http, AppDb db, PermissionTable table, CancellationToken ct) =>
            Page.Of<BulletinsPage>(http, new BulletinsView(await Periods(db, http.Act().Today, http.Visitor.May(table, ReportPermissions.Issue), ct)))).RequirePermission(ReportPermissions.ReadBulletins);
        app.MapGet(Here + "/{period}", async (HttpContext http, string period, BulletinReading reading, AppDb db, PermissionTable table, CancellationToken ct) =>
            Page.Of<BulletinPage>(http, await Counted(http, await View(http, period, reading, ct), db, table, ct))).RequirePermission(ReportPermissions.ReadBulletins);
        app.MapGet("/api/v1/bulletins/{period}", async Task<Ok<BulletinView>> (HttpContext http, string period, BulletinReading reading, CancellationToken ct) =>
            TypedResults.Ok(await View(http, period, reading, ct))).RequirePermission(ReportPermissions.ReadBulletins).Described("热线通报（如 2020-11）或年度分析（如 2020）");
        app.MapGet(Here + "/{period}/docx", Docx).RequirePermission(ReportPermissions.ReadBulletins);
        app.MapGet(Here + "/{period}/xlsx", async (HttpContext http, string period, BulletinReading reading, CancellationToken ct) =>
            await View(http, period, reading, ct) is var view ? Sheet.Of($"{view.Name}.xlsx", BulletinSheets.Of(view)) : throw new NotThere()).RequirePermission(ReportPermissions.ReadBulletins);
        app.MapGet(Here + "/{period}/rows", Rows).RequirePermission(ReportPermissions.ReadBulletins);
    }

    private static Task<BulletinView> View(HttpContext http, string period, BulletinReading reading, CancellationToken ct) =>
        BulletinPeriod.Parse(period, http.Act().Today) is { } known ? reading.Of(known, http.Act().Today, ct) : throw new NotThere();

    private static async Task<CountedBulletinView> Counted(HttpContext http, BulletinView view, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var issued = (await Standing(db, ct)).GetValueOrDefault(view.Key);
        return new(view, issued, view.Whole && issued is null && http.Visitor.May(table, ReportPermissions.Issue));
    }

    // by period, the edition that is not withdrawn
    private static async Task<Dictionary<string, BulletinEdition>> Standing(AppDb db, CancellationToken ct) =>
        (await db.Set<Bulletin>().AsNoTracking().Where(b => b.State == BulletinState.Issued).Select(b => new { b.Period, b.Id, b.Year, b.Sequence, b.Edition, b.State, b.IssuedOn }).ToListAsync(ct))
            .ToDictionary(b => b.Period, b => new BulletinEdition(b.Id, Bulletin.SerialOf(b.Year, b.Sequence, b.Edition), b.State, b.IssuedOn));

    private static async Task<IResult> Docx(HttpContext http, string period, BulletinReading reading, CountyScope scope, CancellationToken ct)
    {
        var view = await View(http, period, reading, ct);
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(DocumentDocx.Draft(BulletinPaper.Of(view, scope.County.Name, http.Act().Today), scope.County.Demo), DocumentDocx.ContentType, FileName.Clean($"{view.Name}.docx"));
    }

    private static async Task<IResult> Rows(HttpContext http, string period, [Microsoft.AspNetCore.Mvc.FromQuery(Name = "class")] string? contentClass, string? town, string? when, string? page, string? size, BulletinReading reading, AppDb db, CancellationToken ct)
    {
        var known = BulletinPeriod.Parse(period, http.Act().Today) ?? throw new NotThere();
        var (today, earlier) = (http.Act().Today, when == BulletinReading.YearEarlier);
        var scope = earlier ? known.YearBefore(today) : known.Scope(today);
        var orders = reading.Received(scope);
        var code = contentClass == BulletinReading.NoClass ? "" : contentClass;
        orders = contentClass is null ? orders : orders.Where(o => o.ContentClass == code);
        orders = town is null ? orders : orders.Where(o => o.Town == town);
        var paging = Paging.Of(page, size, await orders.CountAsync(ct));
        var rows = await orders.OrderBy(o => o.ReceivedOn).ThenBy(o => o.Number).Skip(paging.Skip).Take(paging.Size).Select(o => new BulletinRow(o.Id, o.Number, o.Secret ? "（保密工单）" : o.Title, o.ReceivedOn)).ToListAsync(ct);
        var words = contentClass is not null ? $"内容分类：{(code!.Length == 0 ? "尚未分类" : (await db.OrderCodes(ct)).ClassName(code, known.Scope(today).Through))}" : town is not null ? await reading.TownName(town, ct) : "全部受理";
        return Page.Of<BulletinRowsPage>(http, new BulletinRowsView(known.Key, known.Name, earlier ? $"{words}，上年同期" : words, $"{Dates.Day(scope.From)}至{Dates.Day(scope.Through)}", rows, paging));
    }

    private static async Task<IReadOnlyList<BulletinChoice>> Periods(AppDb db, DateOnly today, bool issues, CancellationToken ct)
    {
        var days = await db.Orders.AsNoTracking().Where(o => o.ReceivedOn <= today).GroupBy(o => o.ReceivedOn).Select(g => new { g.Key, Count = g.LongCount() }).ToListAsync(ct);
        var standing = await Standing(db, ct);
        var months = days.GroupBy(d => (d.Key.Year, Month: (int?)d.Key.Month)).Concat(days.GroupBy(d => (d.Key.Year, Month: (int?)null)));
        return [.. months.Select(g => (Period: new BulletinPeriod(g.Key.Year, g.Key.Month), Count: g.Sum(d => d.Count))).OrderByDescending(p => p.Period.Year).ThenBy(p => p.Period.Month is null ? 0 : 1).ThenByDescending(p => p.Period.Month)
            .Select(p => new BulletinChoice(p.Period.Key, p.Period.Name, p.Period.End <= today, p.Count, $"{Here}/{p.Period.Key}/rows", standing.GetValueOrDefault(p.Period.Key)?.Id, standing.GetValueOrDefault(p.Period.Key)?.Serial, issues && p.Period.End <= today && !standing.ContainsKey(p.Period.Key)))];
    }
}
