using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Lists;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Points;

namespace Yimen.Hotline.Points;

/// <summary>What this room says where other rooms ask: the desk's search, and the calendar when it changes.</summary>
internal static class OrderPoints
{
    /// <summary>重算期限 — what is open moves with the calendar. Whole, because the writer makes the inbox equal to what each order that moved waits for.</summary>
    public static readonly DeadlineKeeper Keeper = new("工单", async (db, clock, act, ct) =>
        (await db.Orders.Open.Whole.ToListAsync(ct)).Count(o => o.Recompute(clock, act)));

    public static SearchSource Search(CountyScope scope) => new(40, "工单", async (ask, ct) =>
    {
        if (ask.Visitor.ScopesFor(ask.Permissions, OrderPermissions.Read).Count == 0)
        {
            return SearchFound.Nothing;
        }

        var seen = ask.Db.Orders.AsNoTracking().Within(ask.Visitor, ask.Permissions, OrderPermissions.Read);
        var hits = await OrderFilter.Matching(seen, ask.Db, ask.Words, scope.County.Keys).OrderByDescending(o => o.ReceivedAt).ThenBy(o => o.Id).Take(ask.Take)
            .Select(o => new { o.Id, o.Number, o.Title, o.State }).ToListAsync(ct);
        return new([.. hits.Select(h => new SearchHit(h.Title, $"/desk/orders/{h.Id}", h.Number) { Status = Label.Of(h.State), Tone = OrderTone.Of(h.State) })], $"/desk/orders?q={Uri.EscapeDataString(ask.Words)}");
    });
}
