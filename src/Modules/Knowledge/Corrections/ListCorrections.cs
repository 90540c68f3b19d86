using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Knowledge.Corrections;

public sealed record CorrectionFilter(string? State, string? Unit, string? Page, string? Size);

public sealed class CorrectionRow
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public required string Unit { get; init; }

    public required CorrectionState State { get; init; }

    public required string AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required DateOnly Due { get; init; }

    public required DateOnly? AnsweredOn { get; init; }

    internal bool Late(DateOnly today) => (AnsweredOn ?? today) > Due;
}

public sealed record CorrectionsView(IReadOnlyList<CorrectionRow> Rows, Paging Paging, CorrectionFilter Filter, IReadOnlyList<Choice> Units, IReadOnlyList<FilterChip> Chips);

/// <summary>纠错列表 — all of the county for the hotline office, a unit's own for its people, and everybody those that they asked themselves.</summary>
internal static class ListCorrections
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/knowledge/corrections", Show).RequirePermission(Rights.Read);

    private static async Task<IResult> Show(HttpContext http, [AsParameters] CorrectionFilter filter, AppDb db, CancellationToken ct)
    {
        var (seen, corrections) = (db.Set<Correction>().AsNoTracking().Seen(http), db.Set<Correction>().AsNoTracking().Seen(http));
        corrections = Enum.TryParse<CorrectionState>(filter.State, out var state) && Enum.IsDefined(state) ? corrections.Where(c => c.State == state) : corrections;
        corrections = UnitId.TryParse(filter.Unit, null, out var unit) ? corrections.Where(c => c.Unit == unit) : corrections;
        var paging = Paging.Of(filter.Page, filter.Size, await corrections.CountAsync(ct));
        var rows = await (from c in corrections
                          join u in db.UnitRefs on c.Unit equals u.Id
                          orderby c.State, c.State == CorrectionState.Open ? c.Due : DateOnly.MinValue, c.AskedAt descending, c.Id
                          select new CorrectionRow
                          {
                              Id = c.Id, Title = c.Title, Text = c.Text, Unit = u.ShortName, State = c.State, AskedBy = c.AskedByName, AskedAt = c.AskedAt, Due = c.Due, AnsweredOn = c.AnsweredOn,
                          }).Skip(paging.Skip).Take(paging.Size).ToListAsync(ct);
        var owners = seen.Select(c => c.Unit).Distinct();
        var units = await db.UnitRefs.Where(u => owners.Contains(u.Id)).OrderBy(u => u.Id).Select(u => new { u.Id, u.ShortName }).ToListAsync(ct);
        return Page.Of<CorrectionsPage>(http, new CorrectionsView(rows, paging, filter, [.. units.Select(u => new Choice(u.Id.Value, u.ShortName))], [.. Chips(filter, units.ToDictionary(u => u.Id.Value, u => u.ShortName))]));
    }

    private static IEnumerable<FilterChip> Chips(CorrectionFilter filter, Dictionary<string, string> units)
    {
        if (Enum.TryParse<CorrectionState>(filter.State, out var state))
        {
            yield return new(Label.Of(state), "state");
        }

        if (filter.Unit is { Length: > 0 } unit)
        {
            yield return new($"单位：{units.GetValueOrDefault(unit, unit)}", "unit");
        }
    }

    /// <summary>Those that the visitor may see.</summary>
    internal static IQueryable<Correction> Seen(this IQueryable<Correction> corrections, HttpContext http)
    {
        var (units, me) = (Reach.Units([.. http.Reach(Rights.Answer), .. http.Reach(Rights.Publish)]), http.Visitor.Actor.AccountId);
        return units is null ? corrections : corrections.Where(c => c.AskedBy == me || units.Contains(c.Unit));
    }
}
