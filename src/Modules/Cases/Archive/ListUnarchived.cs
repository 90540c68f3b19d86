using System.Globalization;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Cases.Lists;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Archive;

/// <summary>The query of the list, as it stands in the URL.</summary>
/// <param name="Ending">The state in which it ended.</param>
/// <param name="Age">At least so many days since it ended.</param>
public sealed record UnarchivedFilter(string? Q, string? Unit, string? Ending, string? Age, string? Sort, string? Page, string? Size)
{
    internal IQueryable<Case> Apply(IQueryable<Case> cases, DateOnly today)
    {
        cases = Q?.Trim() is { Length: > 0 } q ? cases.Where(c => c.Number.StartsWith(q) || c.Applicant.Name.Contains(q) || c.ItemName.Contains(q)) : cases;
        cases = UnitId.TryParse(Unit, null, out var unit) ? cases.Where(c => c.Unit == unit) : cases;
        cases = Enum.TryParse<CaseState>(Ending, out var state) && Enum.IsDefined(state) ? cases.Where(c => c.State == state) : cases;
        if (int.TryParse(Age, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= today.DayNumber)
        {
            var last = today.AddDays(-days);
            cases = cases.Where(c => (c.DeliveredOn ?? c.ClosedOn) <= last);
        }

        return Order(cases);
    }

    private IQueryable<Case> Order(IQueryable<Case> cases) => Sort switch
    {
        "number" => cases.OrderBy(c => c.Number).ThenBy(c => c.Id),
        "-number" => cases.OrderByDescending(c => c.Number).ThenBy(c => c.Id),
        "item" => cases.OrderBy(c => c.ItemName).ThenBy(c => c.Id),
        "-item" => cases.OrderByDescending(c => c.ItemName).ThenBy(c => c.Id),
        "-ended" => cases.OrderByDescending(c => c.DeliveredOn ?? c.ClosedOn).ThenBy(c => c.Id),
        _ => cases.OrderBy(c => c.DeliveredOn ?? c.ClosedOn).ThenBy(c => c.Id),
    };
}

/// <summary>A line of the list.</summary>
public sealed record UnarchivedRow(Guid Id, string Number, string Item, string Applicant, UnitId Unit, CaseState State, DateOnly? EndedOn)
{
    internal static readonly Expression<Func<Case, UnarchivedRow>> Of = c => new UnarchivedRow(c.Id, c.Number, c.ItemName, c.Applicant.Name, c.Unit, c.State, c.DeliveredOn ?? c.ClosedOn);

    public int Waited(DateOnly today) => EndedOn is { } since ? today.DayNumber - since.DayNumber : 0;
}

public sealed record UnarchivedView(Listed<UnarchivedRow> List, UnarchivedFilter Filter, bool CanArchive);

/// <summary>待归档 — ended cases that wait for the archive, the longest waiting first.</summary>
internal static class ListUnarchived
{
    public const string Here = "/desk/archive";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, Show).RequirePermission(CasePermissions.Read);
        app.MapExport<UnarchivedFilter, UnarchivedRow>(Here, CasePermissions.Export, Of);
    }

    private static async Task<IResult> Show(HttpContext http, [AsParameters] UnarchivedFilter filter, AppDb db, PermissionTable table, DeskList list, CancellationToken ct)
    {
        var found = Found(http, filter, db, table, CasePermissions.Read).Select(UnarchivedRow.Of);
        return Page.Of<UnarchivedPage>(http, new UnarchivedView(await list.Stretch(http, found, (filter.Page, filter.Size), ct), filter, http.Visitor.May(table, CasePermissions.Archive)));
    }

    internal static IQueryable<Case> Found(HttpContext http, UnarchivedFilter filter, AppDb db, PermissionTable table, string verb) =>
        filter.Apply(db.Cases.AsNoTracking().Unarchived.Within(http.Visitor, table, verb), http.Act().Today);

    private static ExportOf<UnarchivedRow> Of(HttpContext http, UnarchivedFilter filter, AppDb db, PermissionTable table)
    {
        var today = http.Act().Today;
        return new("待归档办件", Here, Found(http, filter, db, table, CasePermissions.Export).Select(UnarchivedRow.Of), r => new Dictionary<string, object?>
        {
            ["受理编号"] = r.Number, ["事项"] = r.Item, ["部门"] = r.Unit.Value, ["申请人"] = Masking.Party(r.Applicant), ["结束方式"] = Label.Of(r.State),
            ["结束日期"] = r.EndedOn?.ToString("yyyy-MM-dd"), ["已等天数"] = r.Waited(today),
        });
    }
}
