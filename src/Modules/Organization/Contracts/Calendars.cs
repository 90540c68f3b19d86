using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Organization.Contracts;

/// <summary>
/// The work calendar of a county: the State Council's days with the county's own on top. Kept in memory; at most once a minute it is asked whether
/// the calendar has changed, so that a change made in another process is seen here too.
/// </summary>
public sealed class Calendars(TimeProvider time)
{
    private static readonly TimeSpan TrustedFor = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Known> known = new();
    private readonly WorkCalendar national = StateCouncilCalendar.Load();

    /// <summary>The county's legal clock.</summary>
    public async ValueTask<LegalClock> Of(County county, AppDb db, CancellationToken ct)
    {
        if (!known.TryGetValue(county.Code, out var here))
        {
            return await Read(county, db, ct);
        }

        var now = time.GetUtcNow();
        if (now - here.CheckedAt < TrustedFor)
        {
            return here.Clock;
        }

        if (await LastChange(db, ct) != here.ChangedAt)
        {
            return await Read(county, db, ct);
        }

        known[county.Code] = here with { CheckedAt = now };
        return here.Clock;
    }

    /// <summary>Reads the county's days anew, after they were changed.</summary>
    public async Task<LegalClock> Read(County county, AppDb db, CancellationToken ct)
    {
        var rows = await db.Set<CalendarDayRow>().AsNoTracking().ToListAsync(ct);
        var clock = With(rows);
        known[county.Code] = new(clock, rows.Count == 0 ? null : rows.Max(r => r.ChangedAt), time.GetUtcNow());
        return clock;
    }

    /// <summary>The clock that these days of the county make, before they are saved.</summary>
    internal LegalClock With(IReadOnlyCollection<CalendarDayRow> rows)
    {
        if (rows.Count == 0)
        {
            return new(national);
        }

        var version = $"{national.Version}+{rows.Max(d => d.ChangedAt).ToUnixTimeMilliseconds()}";
        return new(national.With(version, rows.Where(r => !r.Withdrawn).OrderBy(r => r.Kind).ThenBy(r => r.Date).Select(r => r.AsDay())));
    }

    private static Task<DateTimeOffset?> LastChange(AppDb db, CancellationToken ct) =>
        db.Set<CalendarDayRow>().MaxAsync(d => (DateTimeOffset?)d.ChangedAt, ct);

    private sealed record Known(LegalClock Clock, DateTimeOffset? ChangedAt, DateTimeOffset CheckedAt);
}
