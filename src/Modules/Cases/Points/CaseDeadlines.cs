using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Cases.Limits;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Limits;

namespace Yimen.Cases.Points;

/// <summary>重算期限 — when the calendar changes, whatever still runs of a case (telling, answering, deciding, serving) is computed anew; those that moved say so in their journal (domain C3).</summary>
internal static class CaseDeadlines
{
    public static readonly DeadlineKeeper Keeper = new("办件", Recompute);

    private static async Task<int> Recompute(AppDb db, LegalClock clock, Act act, CancellationToken ct)
    {
        var limits = await CaseLimitTable.The.All(db, ct);
        var open = await db.Cases.Where(c => (c.ClosedOn == null && (c.AcceptedOn != null || c.TellBy != null || c.State == CaseState.CorrectionAsked)) || (c.DeliverBy != null && c.DeliveredOn == null))
            .Whole.ToListAsync(ct); // what was left out, a motion or a hearing's letter, the writer would take for done and close its task
        return open.Count(c => c.Recompute(clock, day => CaseLimitTable.The.At(limits, day), act));
    }
}
