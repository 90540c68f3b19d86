using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Cases.Handovers;
using Yimen.Kernel;
using Yimen.Platform.Data;

namespace Yimen.Cases.Days;

/// <summary>What the program itself knows of where a case's paper went: the one place that asks. Where it knows nothing the clerk says it.</summary>
internal static class PaperPlaces
{
    /// <summary>By case, as it stood at the end of a day. 已移交 is never anybody's word: it is what a 物料交接单 signed out.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PaperPlace>> Known(AppDb db, IReadOnlyList<Guid> cases, DateOnly day, CancellationToken ct)
    {
        var end = ChinaTime.StartOf(day.AddDays(1));
        var batches = (await db.Handovers.AsNoTracking().Where(h => h.Way == HandoverWay.ToUnit && h.HandedAt < end)
            .SelectMany(h => h.Lines.Where(l => cases.Contains(l.CaseId)), (h, l) => new { l.CaseId, h.HandedAt, h.ReceivedAt, h.ClearedAt, l.Missing, Found = l.Place == Handovers.PaperPlace.Unit }).ToListAsync(ct))
            .ToLookup(b => b.CaseId, b => new SignedBatch(b.HandedAt!.Value, b.ReceivedAt, b.ClearedAt, b.Missing, b.Found));
        var found = await db.Cases.AsNoTracking().Where(c => cases.Contains(c.Id)).Select(c => new
        {
            c.Id, Kept = c.Materials.Any(m => m.How == MaterialHow.OriginalKept || m.How == MaterialHow.Copy), Back = c.DeliveredOn == day && c.Delivery!.Method == DeliveryMethod.Direct,
        }).ToListAsync(ct);
        return found.Select(c => (c.Id, Place: Of(c.Kept && !c.Back, batches[c.Id], end))).Where(c => c.Place is not null).ToDictionary(c => c.Id, c => c.Place!.Value);
    }

    /// <summary>Where a case's paper is by what was signed until then; null where only a look into the drawer tells.</summary>
    /// <param name="kept">Paper stayed with us: what was only looked at, or went back with a decision on the same day, the applicant has.</param>
    public static PaperPlace? Of(bool kept, IEnumerable<SignedBatch> batches, DateTimeOffset until) => batches.Where(b => b.HandedAt < until).MaxBy(b => b.HandedAt) is { } last
        ? last.At(until)
        : kept ? null : PaperPlace.Returned;
}

/// <summary>A case's line in a batch, by the signatures on it.</summary>
/// <param name="Missing">It did not come with the batch.</param>
/// <param name="Found">Missing at first, it was brought after all; else it went back to the counter.</param>
internal sealed record SignedBatch(DateTimeOffset HandedAt, DateTimeOffset? ReceivedAt, DateTimeOffset? ClearedAt, bool Missing, bool Found)
{
    /// <summary>A shortage is nowhere until it is cleared: the day does not balance by it.</summary>
    public PaperPlace? At(DateTimeOffset until) => !Missing || !(ReceivedAt < until) ? PaperPlace.HandedOver : !(ClearedAt < until) ? PaperPlace.Unknown : Found ? PaperPlace.HandedOver : null;
}
