using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Search;

/// <summary>办件查询 — every case the visitor may see, filtered, sorted and paged by the URL.</summary>
internal static class ListCases
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/cases", Show).RequirePermission(CasePermissions.Read);

    private static async Task<IResult> Show(HttpContext http, [AsParameters] CaseFilter filter, AppDb db, CaseDesk desk, PermissionTable table, CancellationToken ct)
    {
        var today = http.Act().Today;
        var found = filter.Apply(db, filter.Placed(db, db.Cases.AsNoTracking().Real.Within(http.Visitor, table, CasePermissions.Read)), today);
        var paging = Paging.Of(filter.Page, filter.Size, await found.CountAsync(ct));
        var rows = await filter.Order(found).Skip(paging.Skip).Take(paging.Size).Select(CaseRow.Of).ToListAsync(ct);
        var clock = await desk.Clock(http, ct);
        var units = await db.UnitRefs.OrderBy(u => u.Name).Select(u => new Choice(u.Id.Value, u.ShortName, null, null)).ToListAsync(ct);
        return Page.Of<CasesPage>(http, new CasesView(
            [.. rows.Select(r => r with { Deadline = CaseDeadline.Of(r.Clock, clock, today, $"/desk/cases/{r.Id}/clock") })],
            paging, filter, units, http.Visitor.May(table, CasePermissions.Export), http.Visitor.May(table, CasePermissions.Receive), http.Visitor.May(table, CasePermissions.Unmask)));
    }
}
