using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Cases.Grievances;

/// <summary>原因月表 — why things could not be done, by the month in which the centre closed them; each number opens its rows.</summary>
internal static class MonthOfCauses
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/grievances/causes", Show).RequirePermission(CounterPermissions.ReadGrievances);

    private static async Task<IResult> Show(HttpContext http, string? month, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var today = http.Act().Today;
        var from = DateOnly.TryParse(month + "-01", out var asked) ? asked : new DateOnly(today.Year, today.Month, 1);
        var to = from.AddMonths(1);
        var closed = db.Grievances.AsNoTracking().Within(http.Visitor, table, CounterPermissions.ReadGrievances).Where(g => g.ClosedOn >= from && g.ClosedOn < to);
        var counts = await closed.GroupBy(g => g.Cause).Select(g => new { g.Key, Count = g.Count(), Refused = g.Count(x => x.RefusedOrally) }).ToListAsync(ct);
        var rows = counts.OrderByDescending(c => c.Count).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => new CauseRow(c.Key, GrievanceRules.NameOf(c.Key), c.Count, c.Refused)).ToList();
        var measures = await closed.Where(g => g.Measure != "").OrderByDescending(g => g.ClosedOn).ThenBy(g => g.Id).Take(50).Select(g => new MeasureRow(g.Id, g.Number, g.Unit.Value, g.Measure, g.Cause)).ToListAsync(ct);
        return Page.Of<CausesPage>(http, new CausesView(from, rows, [.. measures.Select(m => m with { Cause = GrievanceRules.NameOf(m.Cause) })]));
    }
}

public sealed record CauseRow(string Code, string Name, int Count, int Refused);

public sealed record MeasureRow(Guid Id, string Number, string Unit, string Measure, string Cause);

public sealed record CausesView(DateOnly Month, IReadOnlyList<CauseRow> Rows, IReadOnlyList<MeasureRow> Measures);
