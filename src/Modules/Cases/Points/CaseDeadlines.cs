using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;

namespace Yimen.Cases.Points;

/// <summary>重算期限 — when the calendar changes, every open case's promised and statutory day is computed anew; those that moved say so in their journal (domain C3).</summary>
internal static class CaseDeadlines
{
    public static readonly DeadlineKeeper Keeper = new("办件", Recompute);

    private static async Task<int> Recompute(AppDb db, LegalClock clock, Act act, CancellationToken ct)
    {
        var open = await db.Cases.Where(c => c.AcceptedOn != null && c.ClosedOn == null).Include(c => c.Suspensions).ToListAsync(ct);
        return open.Count(c => c.Recompute(clock, act));
    }
}
