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

namespace Yimen.Cases.Pledges;

/// <summary>The query of the list of pledges, as it stands in the URL.</summary>
public sealed record PledgeFilter(string? Q, string? State, string? Unit, string? By, string? Late, string? Sort, string? Page, string? Size)
{
    internal IQueryable<PledgeRow> Apply(IQueryable<PledgeRow> rows, DateOnly today)
    {
        rows = rows.Narrowed(Q, Unit);
        rows = Enum.TryParse<PledgeState>(State, out var state) && Enum.IsDefined(state) ? rows.Where(r => r.State == state) : rows;
        rows = DateOnly.TryParse(By, out var by) ? rows.Where(r => r.CheckBy <= by) : rows;
        return Late is "1" or "true" ? rows.Where(r => r.CheckedOn == null && r.State == PledgeState.Signed && r.CheckBy < today) : rows;
    }

    internal IQueryable<PledgeRow> Order(IQueryable<PledgeRow> rows) => Sort switch
    {
        "-check" => rows.OrderByDescending(r => r.CheckBy).ThenBy(r => r.Id),
        "signed" => rows.OrderBy(r => r.SignedOn).ThenBy(r => r.Id),
        "-signed" => rows.OrderByDescending(r => r.SignedOn).ThenBy(r => r.Id),
        _ => rows.OrderBy(r => r.State).ThenBy(r => r.CheckBy).ThenBy(r => r.Id),
    };
}

/// <summary>A line of the list.</summary>
public sealed record PledgeRow : MaterialRow
{
    public required PledgeState State { get; init; }

    public required DateOnly SignedOn { get; init; }

    public required DateOnly CheckBy { get; init; }

    public required DateOnly? CheckedOn { get; init; }

    public required PledgeMeasure? Measure { get; init; }
}

public sealed record PledgesView(Listed<PledgeRow> List, PledgeFilter Filter, bool CanWrite, DateOnly Today);

/// <summary>告知承诺 — what was signed, by when it is to be checked, and what came of it.</summary>
internal static class ListPledges
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/pledges", Show).RequirePermission(PaperPermissions.ReadPledges);
        app.MapExport<PledgeFilter, PledgeRow>("/desk/pledges", CasePermissions.Export, Of);
    }

    private static async Task<IResult> Show(HttpContext http, [AsParameters] PledgeFilter filter, AppDb db, PermissionTable table, DeskList list, CancellationToken ct)
    {
        var found = filter.Order(Found(http, filter, db, table, PaperPermissions.ReadPledges));
        return Page.Of<PledgesPage>(http, new PledgesView(await list.Stretch(http, found, (filter.Page, filter.Size), ct), filter, http.Visitor.May(table, PaperPermissions.WriteTexts), http.Act().Today));
    }

    private static ExportOf<PledgeRow> Of(HttpContext http, PledgeFilter filter, AppDb db, PermissionTable table) =>
        new("告知承诺", "/desk/pledges", filter.Order(Found(http, filter, db, table, CasePermissions.Export)), Cells);

    private static IQueryable<PledgeRow> Found(HttpContext http, PledgeFilter filter, AppDb db, PermissionTable table, string verb) => filter.Apply(
        from p in db.Pledges.AsNoTracking()
        join c in db.Cases.AsNoTracking().Real.Within(http.Visitor, table, verb) on p.CaseId equals c.Id
        select new PledgeRow
        {
            Id = p.Id, CaseId = c.Id, Number = c.Number, Item = c.ItemName, Applicant = c.Applicant.Name, Unit = c.Unit, Material = p.Material, State = p.State,
            SignedOn = p.SignedOn, CheckBy = p.CheckBy, CheckedOn = p.CheckedOn, Measure = p.Measure,
        }, http.Act().Today);

    private static Dictionary<string, object?> Cells(PledgeRow r) => new()
    {
        ["受理编号"] = r.Number, ["事项"] = r.Item, ["部门"] = r.Unit.Value, ["申请人"] = Masking.Party(r.Applicant), ["代替的材料"] = r.Material, ["状态"] = Label.Of(r.State),
        ["签署日期"] = $"{r.SignedOn:yyyy-MM-dd}", ["核查期限"] = $"{r.CheckBy:yyyy-MM-dd}", ["核查日期"] = r.CheckedOn?.ToString("yyyy-MM-dd"), ["处理"] = r.Measure is { } m ? Label.Of(m) : null,
    };
}
