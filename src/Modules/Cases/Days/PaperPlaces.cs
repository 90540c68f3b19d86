using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;

namespace Yimen.Cases.Days;

/// <summary>What the program itself knows of where a case's paper went: the one place that asks. Where it knows nothing the clerk says it.</summary>
internal static class PaperPlaces
{
    /// <summary>By case. A case served over the counter on the same day needs no paper on its way: the applicant has it back.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PaperPlace>> Known(AppDb db, IReadOnlyList<Guid> cases, DateOnly day, CancellationToken ct) =>
        await db.Cases.AsNoTracking().Where(c => cases.Contains(c.Id) && c.DeliveredOn == day && c.Delivery!.Method == DeliveryMethod.Direct)
            .Select(c => c.Id).ToDictionaryAsync(id => id, _ => PaperPlace.Returned, ct);
}
