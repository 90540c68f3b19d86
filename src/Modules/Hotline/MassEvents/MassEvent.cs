using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Data;

namespace Yimen.Hotline.MassEvents;

/// <summary>群体诉求 — so many orders of one content class on one day that they are likely about one matter. Counted from the orders, kept nowhere.</summary>
/// <param name="Orders">All of the day, also those that follow another.</param>
/// <param name="Towns">In so many towns and streets.</param>
/// <param name="Following">Of them so many follow another.</param>
/// <param name="Waiting">Of them so many wait at the dispatcher's desk.</param>
/// <param name="Open">Of them so many callers have no answer yet.</param>
internal sealed record MassEvent(DateOnly On, string ContentClass, int Orders, int Towns, int Following, int Waiting, int Open);

internal static class MassEvents
{
    private static readonly OrderState[] Unanswered = [OrderState.Received, OrderState.Following, OrderState.Dispatched, OrderState.Signed, OrderState.Handling, OrderState.UnitReview, OrderState.OfficeReview];

    /// <summary>Days and classes from <paramref name="from"/> to <paramref name="to"/>, both included, with at least so many orders; the latest first, of a day the largest first.</summary>
    public static async Task<IReadOnlyList<MassEvent>> Between(AppDb db, DateOnly from, DateOnly to, int least, CancellationToken ct)
    {
        var rows = await db.Orders.AsNoTracking().Where(o => o.ReceivedOn >= from && o.ReceivedOn <= to && o.ContentClass != "")
            .GroupBy(o => new { o.ReceivedOn, o.ContentClass }).Where(g => g.Count() >= least)
            .Select(g => new
            {
                g.Key.ReceivedOn, g.Key.ContentClass, Orders = g.Count(), Towns = g.Where(o => !o.Town.EndsWith("000")).Select(o => o.Town).Distinct().Count(), Following = g.Count(o => o.MasterId != null),
                Waiting = g.Count(o => o.State == OrderState.Received), Open = g.Count(o => Unanswered.Contains(o.State)),
            }).ToListAsync(ct);
        return [.. rows.OrderByDescending(r => r.ReceivedOn).ThenByDescending(r => r.Orders).ThenBy(r => r.ContentClass, StringComparer.Ordinal)
            .Select(r => new MassEvent(r.ReceivedOn, r.ContentClass, r.Orders, r.Towns, r.Following, r.Waiting, r.Open))];
    }
}
