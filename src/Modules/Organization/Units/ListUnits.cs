using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Organization.Units;

public sealed record UnitListView(IReadOnlyList<UnitRow> Rows, Paging Paging, UnitFilter Filter, IReadOnlyList<FilterChip> Chips, bool MayEdit);

/// <summary>单位 — the register of bodies that own items and staff windows.</summary>
internal static class ListUnits
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/units", Show).RequirePermission("organization.read").ExcludeFromDescription();
        app.MapGet("/desk/units.xlsx", Export).RequirePermission("organization.read").ExcludeFromDescription();
    }

    private static async Task<IResult> Show(HttpContext http, [AsParameters] UnitFilter filter, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var units = filter.In(db);
        var paging = Paging.Of(filter.Page, filter.Size, await units.CountAsync(ct));
        var rows = await UnitRow.From(db, units.Skip(paging.Skip).Take(paging.Size)).ToListAsync(ct);
        return Page.Of<UnitListPage>(http, new UnitListView(rows, paging, filter, filter.Chips(), http.Visitor.May(table, "organization.edit")));
    }

    private static async Task<IResult> Export([AsParameters] UnitFilter filter, AppDb db, CancellationToken ct) =>
        Sheet.Of("单位.xlsx", (await UnitRow.From(db, filter.In(db)).ToListAsync(ct)).Select(u => new Dictionary<string, object?>
        {
            ["单位编码"] = u.Id, ["名称"] = u.Name, ["简称"] = u.ShortName, ["统一社会信用代码"] = u.CreditCode, ["类别"] = Label.Of(u.Kind), ["区划"] = u.AreaName,
            ["区划代码"] = u.Area, ["咨询电话"] = u.ConsultPhone, ["监督电话"] = u.SupervisePhone, ["开放窗口"] = u.Windows, ["状态"] = Label.Of(u.Closed ? UnitState.Closed : UnitState.Standing),
        }));
}
