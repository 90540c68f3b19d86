using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Outages;

/// <summary>停机应急 — every numbered blank: unused, used for which case, or voided and why.</summary>
internal static class ListBlanks
{
    public const string Here = "/desk/outages";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, Show).RequirePermission(CounterPermissions.ReadOutages);
        app.MapExport(Here, CounterPermissions.Export, (HttpContext http, BlankFilter filter, AppDb db, PermissionTable table) => Taken(Found(http, filter, db, table, CounterPermissions.Export)));
    }

    private static async Task<IResult> Show(HttpContext http, [AsParameters] BlankFilter filter, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var found = Found(http, filter, db, table, CounterPermissions.ReadOutages);
        var paging = Paging.Of(filter.Page, filter.Size, await found.CountAsync(ct));
        var rows = await found.Skip(paging.Skip).Take(paging.Size).ToListAsync(ct);
        var counts = await Found(http, new(null, null, filter.Window, null, null), db, table, CounterPermissions.ReadOutages).GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return Page.Of<OutagesPage>(http, new OutagesView(rows, paging, filter, [.. counts.Select(c => (c.Key, c.Count))], http.Visitor.May(table, CounterPermissions.Export), http.Visitor.May(table, CounterPermissions.Outages)));
    }

    private static IQueryable<BlankRow> Found(HttpContext http, BlankFilter filter, AppDb db, PermissionTable table, string verb)
    {
        var batches = db.BlankBatches.AsNoTracking().Within(http.Visitor, table, verb);
        var rows =
            from b in db.Set<Blank>().AsNoTracking()
            join batch in batches on b.BatchId equals batch.Id
            join c in db.Cases on b.CaseId equals (Guid?)c.Id into cases
            from c in cases.DefaultIfEmpty()
            select new { Blank = b, Batch = batch, Case = c };
        rows = filter.Q?.Trim().ToUpperInvariant() is { Length: > 0 } q ? rows.Where(r => r.Blank.Number.StartsWith(q)) : rows;
        rows = !string.IsNullOrWhiteSpace(filter.Window) ? rows.Where(r => r.Blank.Window == filter.Window) : rows;
        rows = Enum.TryParse<BlankState>(filter.State, out var state) && Enum.IsDefined(state) ? rows.Where(r => r.Blank.State == state) : rows;
        return rows.OrderByDescending(r => r.Batch.PrintedAt).ThenBy(r => r.Blank.Number).Select(r => new BlankRow
        {
            Id = r.Blank.Id, BatchId = r.Blank.BatchId, Number = r.Blank.Number, Window = r.Blank.Window, State = r.Blank.State, PrintedOn = r.Batch.PrintedOn, On = r.Blank.On, ByName = r.Blank.ByName,
            Reason = r.Blank.Reason, CaseId = r.Blank.CaseId, CaseNumber = r.Case == null ? null : r.Case.Number, RealAt = r.Case == null ? null : r.Case.FiledAt,
        });
    }

    private static ExportOf<BlankRow> Taken(IQueryable<BlankRow> rows) => new("应急凭证", Here, rows, r => new Dictionary<string, object?>
    {
        ["凭证编号"] = r.Number, ["窗口"] = r.Window, ["状态"] = Label.Of(r.State), ["印制日期"] = $"{r.PrintedOn:yyyy-MM-dd}", ["使用或作废日期"] = r.On is { } on ? $"{on:yyyy-MM-dd}" : null,
        ["经手人"] = r.ByName, ["受理编号"] = r.CaseNumber, ["实际收件时间"] = r.RealAt is { } at ? Dates.Moment(at) : null, ["作废原因"] = r.Reason,
    });
}

/// <summary>The query of the list, as it stands in the URL.</summary>
public sealed record BlankFilter(string? Q, string? State, string? Window, string? Page, string? Size);

public sealed record BlankRow
{
    public required long Id { get; init; }

    public required Guid BatchId { get; init; }

    public required string Number { get; init; }

    public required string Window { get; init; }

    internal BlankState State { get; init; }

    public required DateOnly PrintedOn { get; init; }

    public required DateOnly? On { get; init; }

    public required string ByName { get; init; }

    public required string Reason { get; init; }

    public required Guid? CaseId { get; init; }

    public required string? CaseNumber { get; init; }

    public required DateTimeOffset? RealAt { get; init; }
}

public sealed record OutagesView
{
    internal OutagesView(IReadOnlyList<BlankRow> rows, Paging paging, BlankFilter filter, IReadOnlyList<(BlankState State, int Count)> counts, bool canExport, bool canPrint) =>
        (Rows, Paging, Filter, Counts, CanExport, CanPrint) = (rows, paging, filter, counts, canExport, canPrint);

    public IReadOnlyList<BlankRow> Rows { get; }

    public Paging Paging { get; }

    public BlankFilter Filter { get; }

    internal IReadOnlyList<(BlankState State, int Count)> Counts { get; }

    public bool CanExport { get; }

    public bool CanPrint { get; }
}
