using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Api;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Bulletins;

/// <summary>The list's query, as it stands in the URL.</summary>
/// <param name="Kind"><c>month</c> or <c>year</c>.</param>
public sealed record BulletinFilter(string? Q, string? State, string? Kind, string? Year, string? Sort, string? Page, string? Size);

/// <summary>An issued bulletin as lists tell it.</summary>
/// <param name="Units">So many member units it went to.</param>
public sealed record BulletinListRow(Guid Id, string Period, string Name, int Year, int Sequence, int Edition, BulletinState State, DateOnly IssuedOn, string IssuedByName, int Units, DateOnly? WithdrawnOn)
{
    public string Serial => Bulletin.SerialOf(Year, Sequence, Edition);
}

public sealed record IssuedBulletinsView(IReadOnlyList<BulletinListRow> Rows, Paging Paging, BulletinFilter Filter, IReadOnlyList<Choice> Years, bool MayCount);

/// <summary>印发的通报 — every edition, also those withdrawn; a unit sees those that went to it.</summary>
internal static class ListBulletins
{
    public const string Here = "/desk/bulletins/issues";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, async (HttpContext http, [AsParameters] BulletinFilter filter, AppDb db, PermissionTable table, CancellationToken ct) =>
            Page.Of<IssuedBulletinsPage>(http, await View(http, filter, db, table, ct))).RequirePermission(ReportPermissions.ReadIssued);
        app.MapGet("/api/v1/bulletins/issues", async Task<Ok<IReadOnlyList<BulletinListRow>>> (HttpContext http, [AsParameters] BulletinFilter filter, AppDb db, PermissionTable table, CancellationToken ct) =>
            TypedResults.Ok((await View(http, filter, db, table, ct)).Rows)).RequirePermission(ReportPermissions.ReadIssued).Described("印发的热线通报，含已撤回的");
        app.MapExport<BulletinFilter, BulletinListRow>(Here, ReportPermissions.ReadIssued, Taken);
    }

    /// <summary>What this visitor may read: everything, or what went to their units.</summary>
    public static IQueryable<Bulletin> Within(this IQueryable<Bulletin> bulletins, HttpContext http, PermissionTable table) =>
        http.Visitor.UnitsFor(table, ReportPermissions.ReadIssued) is { } units ? bulletins.Where(b => b.To.Any(t => units.Contains(t.Unit))) : bulletins;

    private static async Task<IssuedBulletinsView> View(HttpContext http, BulletinFilter filter, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var within = db.Set<Bulletin>().AsNoTracking().Within(http, table);
        var years = (await within.Select(b => b.Year).Distinct().ToListAsync(ct)).OrderDescending().Select(y => new Choice($"{y}", $"{y}年")).ToList();
        var found = Sorted(Apply(within, filter), filter.Sort);
        var paging = Paging.Of(filter.Page, filter.Size, await found.CountAsync(ct));
        return new(await Rows(found.Skip(paging.Skip).Take(paging.Size)).ToListAsync(ct), paging, filter, years, http.Visitor.May(table, ReportPermissions.ReadBulletins));
    }

    private static ExportOf<BulletinListRow> Taken(HttpContext http, BulletinFilter filter, AppDb db, PermissionTable table) =>
        new("印发的热线通报", Here, Rows(Sorted(Apply(db.Set<Bulletin>().AsNoTracking().Within(http, table), filter), filter.Sort)), r => new Dictionary<string, object?>
        {
            ["期号"] = r.Serial, ["标题"] = r.Name, ["期间"] = r.Period, ["状态"] = Label.Of(r.State), ["印发日期"] = $"{r.IssuedOn:yyyy-MM-dd}", ["印发人"] = r.IssuedByName, ["送达单位（个）"] = r.Units, ["撤回日期"] = $"{r.WithdrawnOn:yyyy-MM-dd}",
        })
        { Notice = "含印发人的姓名，不含诉求人的信息。谁导出了多少条、用来做什么，会记入导出登记。" };

    private static IQueryable<BulletinListRow> Rows(IQueryable<Bulletin> bulletins) =>
        bulletins.Select(b => new BulletinListRow(b.Id, b.Period, b.Name, b.Year, b.Sequence, b.Edition, b.State, b.IssuedOn, b.IssuedByName, b.To.Count, b.WithdrawnOn));

    private static IQueryable<Bulletin> Apply(IQueryable<Bulletin> bulletins, BulletinFilter filter)
    {
        var q = filter.Q?.Trim() ?? "";
        bulletins = q.Length == 0 ? bulletins : bulletins.Where(b => b.Name.Contains(q) || b.Foreword.Contains(q) || b.WithdrawnWhy.Contains(q) || b.Period == q || b.IssuedByName.Contains(q));
        bulletins = Enum.TryParse<BulletinState>(filter.State, out var state) ? bulletins.Where(b => b.State == state) : bulletins;
        bulletins = int.TryParse(filter.Year, out var year) ? bulletins.Where(b => b.Year == year) : bulletins;
        // 2020-11, or 2020
        return filter.Kind switch { "month" => bulletins.Where(b => b.Period.Length > 4), "year" => bulletins.Where(b => b.Period.Length == 4), _ => bulletins };
    }

    private static IQueryable<Bulletin> Sorted(IQueryable<Bulletin> bulletins, string? sort) => sort switch
    {
        "issued" => bulletins.OrderBy(b => b.IssuedOn).ThenBy(b => b.Id),
        "period" => bulletins.OrderBy(b => b.Period).ThenBy(b => b.Edition).ThenBy(b => b.Id),
        "-period" => bulletins.OrderByDescending(b => b.Period).ThenByDescending(b => b.Edition).ThenByDescending(b => b.Id),
        "serial" => bulletins.OrderBy(b => b.Year).ThenBy(b => b.Sequence).ThenBy(b => b.Edition),
        "-serial" => bulletins.OrderByDescending(b => b.Year).ThenByDescending(b => b.Sequence).ThenByDescending(b => b.Edition),
        _ => bulletins.OrderByDescending(b => b.IssuedOn).ThenByDescending(b => b.Id),
    };
}
