using System.Linq.Expressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Anomalies;

/// <summary>The query of the list, as it stands in the URL.</summary>
public sealed record AnomalyFilter(string? Q, string? Rule, string? State, string? Unit, string? From, string? To, string? Sort, string? Page, string? Size);

public sealed record AnomalyRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required string Number { get; init; }

    public required string Item { get; init; }

    public required UnitId Unit { get; init; }

    public string UnitName { get; init; } = "";

    public required AnomalyRule Rule { get; init; }

    public required string Detail { get; init; }

    public required DateOnly On { get; init; }

    public required AnomalyState State { get; init; }

    public required string Explanation { get; init; }

    public required string Judgement { get; init; }

    public string Href => $"/desk/anomalies/{Id}";

    public Tone Tone => State switch { AnomalyState.Found => Tone.Warn, AnomalyState.Explained => Tone.Active, AnomalyState.Accepted => Tone.Good, _ => Tone.Bad };

    internal static readonly Expression<Func<Anomaly, AnomalyRow>> Projection = a => new AnomalyRow
    {
        Id = a.Id, CaseId = a.CaseId, Number = a.CaseNumber, Item = a.ItemName, Unit = a.Unit, Rule = a.Rule, Detail = a.Detail, On = a.On, State = a.State, Explanation = a.Explanation, Judgement = a.Judgement,
    };

    private static readonly Func<Anomaly, AnomalyRow> Project = Projection.Compile();

    internal static AnomalyRow Of(Anomaly a) => Project(a);

    /// <summary>Those of one case, for a visitor who may read them.</summary>
    internal static async Task<IReadOnlyList<AnomalyRow>> OfCase(AppDb db, Guid caseId, Visitor visitor, PermissionTable table, CancellationToken ct) =>
        await db.Anomalies.AsNoTracking().Within(visitor, table, AnomalyPermissions.Read).Where(a => a.CaseId == caseId).OrderBy(a => a.On).ThenBy(a => a.Id).Select(Projection).ToListAsync(ct);
}

public sealed record AnomaliesView(IReadOnlyList<AnomalyRow> Rows, Paging Paging, AnomalyFilter Filter, IReadOnlyList<Choice> Units, IReadOnlyList<(AnomalyState State, int Count)> Counts, bool CanExport);

/// <summary>异常办件 — what the rules found within the visitor's scope, by rule, unit, period and what became of it.</summary>
internal static class ListAnomalies
{
    public const string Here = "/desk/anomalies";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, Show).RequirePermission(AnomalyPermissions.Read);
        app.MapExport<AnomalyFilter, AnomalyRow>(Here, AnomalyPermissions.Export, Taken);
    }

    private static async Task<IResult> Show(HttpContext http, [AsParameters] AnomalyFilter filter, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var seen = db.Anomalies.AsNoTracking().Within(http.Visitor, table, AnomalyPermissions.Read);
        var found = Apply(filter, seen);
        var paging = Paging.Of(filter.Page, filter.Size, await found.CountAsync(ct));
        var rows = await Order(filter, found).Skip(paging.Skip).Take(paging.Size).Select(AnomalyRow.Projection).ToListAsync(ct);
        var counts = await Apply(filter with { State = null }, seen).GroupBy(a => a.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var units = await db.UnitRefs.OrderBy(u => u.Name).Select(u => new Choice(u.Id.Value, u.ShortName, null, null)).ToListAsync(ct);
        var names = units.ToDictionary(u => u.Value, u => u.Label);
        return Page.Of<AnomaliesPage>(http, new AnomaliesView(
            [.. rows.Select(r => r with { UnitName = names.GetValueOrDefault(r.Unit.Value, r.Unit.Value) })], paging, filter, units, [.. counts.OrderBy(c => c.Key).Select(c => (c.Key, c.Count))], http.Visitor.May(table, AnomalyPermissions.Export)));
    }

    private static ExportOf<AnomalyRow> Taken(HttpContext http, AnomalyFilter filter, AppDb db, PermissionTable table) =>
        new("异常办件", Here, Order(filter, Apply(filter, db.Anomalies.AsNoTracking().Within(http.Visitor, table, AnomalyPermissions.Export))).Select(AnomalyRow.Projection), r => new Dictionary<string, object?>
        {
            ["受理编号"] = r.Number, ["事项"] = r.Item, ["部门"] = r.Unit.Value, ["规则"] = Label.Of(r.Rule), ["情况"] = r.Detail, ["日期"] = $"{r.On:yyyy-MM-dd}", ["状态"] = Label.Of(r.State),
            ["说明"] = r.Explanation, ["核对意见"] = r.Judgement,
        });

    private static IQueryable<Anomaly> Apply(AnomalyFilter filter, IQueryable<Anomaly> found)
    {
        found = filter.Q?.Trim() is { Length: > 0 } q ? found.Where(a => a.CaseNumber.StartsWith(q) || a.ItemName.Contains(q)) : found;
        found = Enum.TryParse<AnomalyRule>(filter.Rule, out var rule) && Enum.IsDefined(rule) ? found.Where(a => a.Rule == rule) : found;
        found = Enum.TryParse<AnomalyState>(filter.State, out var state) && Enum.IsDefined(state) ? found.Where(a => a.State == state) : found;
        found = UnitId.TryParse(filter.Unit, null, out var unit) ? found.Where(a => a.Unit == unit) : found;
        found = DateOnly.TryParse(filter.From, out var from) ? found.Where(a => a.On >= from) : found;
        return DateOnly.TryParse(filter.To, out var to) ? found.Where(a => a.On <= to) : found;
    }

    private static IQueryable<Anomaly> Order(AnomalyFilter filter, IQueryable<Anomaly> found) => filter.Sort switch
    {
        "number" => found.OrderBy(a => a.CaseNumber).ThenBy(a => a.Id),
        "-number" => found.OrderByDescending(a => a.CaseNumber).ThenBy(a => a.Id),
        "rule" => found.OrderBy(a => a.Rule).ThenBy(a => a.Id),
        "-rule" => found.OrderByDescending(a => a.Rule).ThenBy(a => a.Id),
        "on" => found.OrderBy(a => a.On).ThenBy(a => a.Id),
        _ => found.OrderByDescending(a => a.On).ThenBy(a => a.Id),
    };
}
