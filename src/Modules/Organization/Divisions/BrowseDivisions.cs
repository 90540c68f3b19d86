using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Organization.Divisions;

/// <summary>A division as lists and the API show it.</summary>
/// <param name="Level">2 province, 3 city, 4 county, 5 town, 6 village.</param>
public sealed record DivisionRow(string Code, string Name, int Level, string? Parent, int Children, int Units, int Windows);

public sealed record DivisionView(DivisionRow? Here, IReadOnlyList<Crumb> Path, IReadOnlyList<DivisionRow> Below, string? Search);

/// <summary>行政区划 — the county's towns and villages as a tree to walk down; found by name as well.</summary>
internal static class BrowseDivisions
{
    private const int MostFound = 100;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/divisions", Show).RequirePermission("organization.read").ExcludeFromDescription();
        app.MapGet("/api/v1/divisions", All).RequirePermission("organization.read").Produces<IReadOnlyList<DivisionRow>>().WithTags("机构与窗口").WithName("divisions").WithSummary("行政区划")
            .WithDescription("parent 为上级 12 位代码，列其下一级；不给时列最上一级。q 按名称查找，最多 100 条。");
    }

    private static async Task<IResult> Show(HttpContext http, string? code, string? q, AppDb db, CancellationToken ct)
    {
        var search = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        var path = new List<Crumb>();
        DivisionRow? here = null;
        for (var at = code; !string.IsNullOrEmpty(at);)
        {
            var row = await Rows(db, Called(db, at)).FirstOrDefaultAsync(ct) ?? throw new NotThere();
            here ??= row;
            path.Insert(0, new(row.Name, row.Code == code ? null : $"/desk/divisions?code={row.Code}"));
            at = row.Parent;
        }

        return Page.Of<DivisionPage>(http, new DivisionView(here, path, await Below(db, code, search, ct), search));
    }

    private static async Task<IResult> All(string? parent, string? q, AppDb db, CancellationToken ct) =>
        Results.Ok(await Below(db, parent, string.IsNullOrWhiteSpace(q) ? null : q.Trim(), ct));

    private static async Task<IReadOnlyList<DivisionRow>> Below(AppDb db, string? parent, string? search, CancellationToken ct)
    {
        if (search is not null)
        {
            return await Rows(db, db.Divisions.Where(d => d.Name.Contains(search))).Take(MostFound).ToListAsync(ct);
        }

        var above = string.IsNullOrWhiteSpace(parent) ? (AreaCode?)null : new AreaCode(parent.Trim());
        return await Rows(db, db.Divisions.Where(d => d.Parent == above)).ToListAsync(ct);
    }

    private static IQueryable<Division> Called(AppDb db, string code)
    {
        var wanted = new AreaCode(code);
        return db.Divisions.Where(d => d.Code == wanted);
    }

    private static IQueryable<DivisionRow> Rows(AppDb db, IQueryable<Division> divisions)
    {
        // an expression tree takes no extension property
        var (all, units, windows) = (db.Divisions, db.Units, db.Windows);
        return divisions.AsNoTracking().OrderBy(d => d.Code).Select(d => new DivisionRow(
            d.Code.Value, d.Name, d.Level, d.Parent == null ? null : d.Parent.Value.Value,
            all.Count(c => c.Parent == d.Code), units.Count(u => u.Area == d.Code && !u.Closed), windows.Count(w => w.Area == d.Code && w.ClosedOn == null)));
    }
}
