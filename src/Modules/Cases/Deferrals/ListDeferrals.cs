using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Lists;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Deferrals;

/// <summary>The query of the list of 容缺, as it stands in the URL.</summary>
public sealed record DeferralFilter(string? Q, string? State, string? Unit, string? By, string? Sort, string? Page, string? Size)
{
    internal IQueryable<DeferralRow> Apply(IQueryable<DeferralRow> rows)
    {
        rows = rows.Narrowed(Q, Unit);
        rows = DateOnly.TryParse(By, out var by) ? rows.Where(r => r.Due <= by) : rows;
        return State switch
        {
            nameof(DeferralState.Promised) => rows.Where(r => r.SuppliedOn == null && r.LapsedOn == null && r.Due == null),
            nameof(DeferralState.Lapsed) => rows.Where(r => r.SuppliedOn == null && r.LapsedOn != null),
            nameof(DeferralState.Supplied) => rows.Where(r => r.SuppliedOn != null),
            "all" => rows,
            _ => rows.Where(r => r.SuppliedOn == null && !r.Decided),
        };
    }

    internal IQueryable<DeferralRow> Order(IQueryable<DeferralRow> rows) => Sort switch
    {
        "-due" => rows.OrderByDescending(r => r.Due != null).ThenByDescending(r => r.Due).ThenBy(r => r.Id),
        "number" => rows.OrderBy(r => r.Number).ThenBy(r => r.Id),
        "-number" => rows.OrderByDescending(r => r.Number).ThenBy(r => r.Id),
        _ => rows.OrderBy(r => r.Due == null).ThenBy(r => r.Due).ThenBy(r => r.Id),
    };
}

/// <summary>A line of the list.</summary>
public sealed record DeferralRow : MaterialRow
{
    public required DateOnly? Due { get; init; }

    public required DateOnly? LapsedOn { get; init; }

    public required DateOnly? ExtendedOn { get; init; }

    public required DateOnly? SuppliedOn { get; init; }

    public required bool Decided { get; init; }

    public DeferralState State => SuppliedOn is not null ? DeferralState.Supplied : LapsedOn is not null ? DeferralState.Lapsed : Due is null ? DeferralState.Promised : DeferralState.Owed;
}

public sealed record DeferralsView(Listed<DeferralRow> List, DeferralFilter Filter);

/// <summary>容缺材料 — what was promised and is still to come, the nearest day first.</summary>
internal static class ListDeferrals
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/deferrals", Show).RequirePermission(CasePermissions.Read);
        app.MapExport<DeferralFilter, DeferralRow>("/desk/deferrals", CasePermissions.Export, Of);
    }

    private static async Task<IResult> Show(HttpContext http, [AsParameters] DeferralFilter filter, AppDb db, PermissionTable table, DeskList list, CancellationToken ct)
    {
        var found = filter.Order(filter.Apply(Rows(http, db, table, CasePermissions.Read)));
        return Page.Of<DeferralsPage>(http, new DeferralsView(await list.Stretch(http, found, (filter.Page, filter.Size), ct), filter));
    }

    private static ExportOf<DeferralRow> Of(HttpContext http, DeferralFilter filter, AppDb db, PermissionTable table) =>
        new("容缺材料", "/desk/deferrals", filter.Order(filter.Apply(Rows(http, db, table, CasePermissions.Export))), Cells);

    private static IQueryable<DeferralRow> Rows(HttpContext http, AppDb db, PermissionTable table, string verb) =>
        from d in db.Set<Deferral>().AsNoTracking()
        join c in db.Cases.AsNoTracking().Real.Within(http.Visitor, table, verb) on d.CaseId equals c.Id
        select new DeferralRow
        {
            Id = d.Id, CaseId = c.Id, Number = c.Number, Item = c.ItemName, Applicant = c.Applicant.Name, Unit = c.Unit, Material = d.Name,
            Due = d.Due, LapsedOn = d.LapsedOn, ExtendedOn = d.ExtendedOn, SuppliedOn = d.SuppliedOn, Decided = c.ClosedOn != null,
        };

    private static Dictionary<string, object?> Cells(DeferralRow r) => new()
    {
        ["受理编号"] = r.Number, ["事项"] = r.Item, ["部门"] = r.Unit.Value, ["申请人"] = Masking.Party(r.Applicant), ["容缺材料"] = r.Material, ["情形"] = Label.Of(r.State),
        ["补交期限"] = r.Due?.ToString("yyyy-MM-dd"), ["延长日期"] = r.ExtendedOn?.ToString("yyyy-MM-dd"), ["补交日期"] = r.SuppliedOn?.ToString("yyyy-MM-dd"),
    };
}
