using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Figures.Desk;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Figures.Declaring;

public sealed record DeclaredRow(Guid Id, string FigureId, string Name, string Period, string Value, string Source, string EnteredBy, DateTimeOffset EnteredAt, DeclaredState State);

public sealed record DeclaredListView(IReadOnlyList<DeclaredRow> Rows, Paging Paging, string? Search, bool MayDeclare);

/// <summary>申报值 — every number that documents printed, with its source; withdrawn ones stay listed.</summary>
internal static class DeclaredList
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/figures/declared", Show).RequirePermission("figures.read").ExcludeFromDescription();

    private static async Task<IResult> Show(HttpContext http, string? q, string? page, string? size, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var search = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        var wanted = db.Set<DeclaredFigure>().AsNoTracking().Where(d => search == null || d.Name.Contains(search) || d.FigureId.Contains(search) || d.Document.Contains(search));
        var paging = Paging.Of(page, size, await wanted.CountAsync(ct));
        var rows = await wanted.OrderBy(d => d.FigureId).ThenByDescending(d => d.Through).ThenBy(d => d.Id).Skip(paging.Skip).Take(paging.Size).ToListAsync(ct);
        return Page.Of<DeclaredListPage>(http, new DeclaredListView([.. rows.Select(Row)], paging, search, http.Visitor.May(table, "figures.declare")));
    }

    internal static DeclaredRow Row(DeclaredFigure d) => new(
        d.Id, d.FigureId, d.Name, FigureQuery.Span(d.From, d.Through),
        $"{(d.Comparator == DeclaredComparator.Equal ? "" : Label.Of(d.Comparator) + " ")}{d.Text} {d.Unit}", FigureCards.Source(d), d.EnteredBy, d.EnteredAt, d.State);
}
