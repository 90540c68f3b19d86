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

namespace Yimen.Cases.Grievances;

/// <summary>办不成事反映 — every one that the visitor may see, filtered by the URL, taken out with a purpose.</summary>
internal static class ListGrievances
{
    public const string Here = "/desk/grievances";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, Show).RequirePermission(CounterPermissions.ReadGrievances);
        app.MapExport(Here, CounterPermissions.Export, (HttpContext http, GrievanceFilter filter, AppDb db, PermissionTable table) => Taken(Found(http, filter, db, table, CounterPermissions.Export)));
    }

    private static async Task<IResult> Show(HttpContext http, [AsParameters] GrievanceFilter filter, AppDb db, GrievanceDesk desk, PermissionTable table, CancellationToken ct)
    {
        var today = http.Act().Today;
        var found = Found(http, filter, db, table, CounterPermissions.ReadGrievances);
        var paging = Paging.Of(filter.Page, filter.Size, await found.CountAsync(ct));
        var rows = await found.Skip(paging.Skip).Take(paging.Size).ToListAsync(ct);
        var clock = await desk.Clock(ct);
        var units = await db.UnitRefs.OrderBy(u => u.Name).Select(u => new Choice(u.Id.Value, u.ShortName, null, null)).ToListAsync(ct);
        return Page.Of<GrievancesPage>(http, new GrievancesView(
            [.. rows.Select(g => Row(g, units, GrievanceReading.Deadline(g, clock, today)))], paging, filter, units, http.Visitor.May(table, CounterPermissions.Export), http.Visitor.May(table, CounterPermissions.RecordGrievance)));
    }

    private static IQueryable<Grievance> Found(HttpContext http, GrievanceFilter filter, AppDb db, PermissionTable table, string verb) =>
        filter.Apply(db.Grievances.AsNoTracking().Within(http.Visitor, table, verb), http.Act().Today).OrderByDescending(g => g.RecordedAt).ThenBy(g => g.Id);

    private static GrievanceRow Row(Grievance g, List<Choice> units, DeadlineView deadline) => new(g.Id, g.Number, g.ItemName.Length > 0 ? g.ItemName : g.Matter,
        units.Find(u => u.Value == g.Unit.Value)?.Label ?? g.Unit.Value, Label.Of(g.State), GrievanceReading.ToneOf(g.State), deadline, Label.Of(g.Channel), g.RefusedOrally, g.RecordedAt,
        g.Cause.Length == 0 ? "" : GrievanceRules.NameOf(g.Cause));

    private static ExportOf<Grievance> Taken(IQueryable<Grievance> rows) => new("办不成事反映", Here, rows, g => new Dictionary<string, object?>
    {
        ["反映编号"] = g.Number, ["渠道"] = Label.Of(g.Channel), ["窗口"] = g.Window, ["登记时间"] = Dates.Moment(g.RecordedAt), ["反映人"] = Masking.Name(g.Name), ["事项"] = g.ItemName,
        ["内容"] = g.Matter, ["口头拒绝"] = g.RefusedOrally ? "是" : "否", ["答复单位"] = g.Unit.Value, ["状态"] = Label.Of(g.State), ["首次答复期限"] = $"{g.FirstDue:yyyy-MM-dd}",
        ["首次答复日期"] = g.FirstAnsweredOn is { } on ? $"{on:yyyy-MM-dd}" : null, ["原因"] = g.Cause.Length == 0 ? null : GrievanceRules.NameOf(g.Cause), ["整改措施"] = g.Measure,
    });
}

/// <summary>The query of the list, as it stands in the URL.</summary>
public sealed record GrievanceFilter(string? Q, string? State, string? Unit, string? Cause, string? From, string? To, string? ClosedIn, string? Late, string? Page, string? Size)
{
    internal IQueryable<Grievance> Apply(IQueryable<Grievance> rows, DateOnly today)
    {
        var number = Q?.Trim().ToUpperInvariant();
        rows = Q?.Trim() is { Length: > 0 } q ? rows.Where(g => g.Number == number || g.Matter.Contains(q) || g.ItemName.Contains(q) || g.Name == q) : rows;
        rows = Enum.TryParse<GrievanceState>(State, out var state) && Enum.IsDefined(state) ? rows.Where(g => g.State == state) : rows;
        rows = UnitId.TryParse(Unit, null, out var unit) ? rows.Where(g => g.Unit == unit) : rows;
        rows = !string.IsNullOrWhiteSpace(Cause) ? rows.Where(g => g.Cause == Cause) : rows;
        rows = DateOnly.TryParse(From, out var from) ? rows.Where(g => g.RecordedOn >= from) : rows;
        rows = DateOnly.TryParse(To, out var to) ? rows.Where(g => g.RecordedOn <= to) : rows;
        rows = DateOnly.TryParse(ClosedIn + "-01", out var month) ? ClosedWithin(rows, month, month.AddMonths(1)) : rows;
        return Late is "1" or "true" ? rows.Late(today) : rows;
    }

    private static IQueryable<Grievance> ClosedWithin(IQueryable<Grievance> rows, DateOnly from, DateOnly to) => rows.Where(g => g.ClosedOn >= from && g.ClosedOn < to);
}

public sealed record GrievanceRow(
    Guid Id, string Number, string About, string Unit, string State, Tone Tone, DeadlineView Deadline, string Channel, bool Refused, DateTimeOffset At, string Cause);

public sealed record GrievancesView(IReadOnlyList<GrievanceRow> Rows, Paging Paging, GrievanceFilter Filter, IReadOnlyList<Choice> Units, bool CanExport, bool CanRecord);
