using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Organization.Contracts;

/// <summary>The work calendar of a county: the State Council's days with the county's own on top. Kept in memory; read again when its version changes.</summary>
public sealed class Calendars
{
    private readonly ConcurrentDictionary<string, LegalClock> clocks = new();
    private readonly WorkCalendar national = StateCouncilCalendar.Load();

    /// <summary>The county's legal clock.</summary>
    public async ValueTask<LegalClock> Of(County county, AppDb db, CancellationToken ct) =>
        clocks.TryGetValue(county.Code, out var clock) ? clock : await Read(county, db, ct);

    /// <summary>Reads the county's days anew, after they were changed.</summary>
    public async Task<LegalClock> Read(County county, AppDb db, CancellationToken ct)
    {
        var own = await db.Set<CalendarDayRow>().AsNoTracking().OrderBy(d => d.Date).ToListAsync(ct);
        var version = own.Count == 0 ? national.Version : $"{national.Version}+{own.Max(d => d.ChangedAt).ToUnixTimeSeconds()}";
        var calendar = own.Count == 0 ? national : national.With(version, own.Select(d => new CalendarDay(d.Date, d.Name, d.IsOff)));
        return clocks[county.Code] = new LegalClock(calendar);
    }
}
