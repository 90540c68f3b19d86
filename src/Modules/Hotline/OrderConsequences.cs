using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Channels;
using Yimen.Hotline.City;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Links;
using Yimen.Hotline.Reminders;
using Yimen.Kernel;
using Yimen.Platform.Data;

namespace Yimen.Hotline;

/// <summary>Where an order stood before a verb.</summary>
internal sealed record OrderBefore(OrderState State, int Extensions, int Returns)
{
    public int Pressed { get; init; }
}

/// <summary>What follows from a verb, in the same write: the orders that follow are answered or set free, the caller is told, the city's platform hears of it, the unit's people hear that they were pressed and are called on when it is urgent.</summary>
internal sealed class OrderConsequences(AppDb db, OrderLetters letters, CityOutbox city, PressLetters pressed, UrgentCalling urgent)
{
    public OrderBefore Before(WorkOrder o) => new(o.State, o.Extension is null ? 0 : 1, o.Returns.Count) { Pressed = o.Reminders.Count };

    public async Task After(WorkOrder o, OrderBefore before, OrderAct by, CancellationToken ct)
    {
        if (o.State != before.State)
        {
            await Followers(o, by, ct);
            await letters.Tell(o, by.Act, ct);
            await city.Tell(o, by.Act, ct);
        }

        await pressed.Tell(o, before.Pressed, by.Act, ct);
        await urgent.After(o, before, by, ct);
    }

    // every caller of a merged order is answered
    private async Task Followers(WorkOrder master, OrderAct by, CancellationToken ct)
    {
        if (master.Followers == 0 || !OrderLinks.Settles(master))
        {
            return;
        }

        var waiting = await db.Orders.Whole.Where(o => o.MasterId == master.Id && o.State == OrderState.Following).OrderBy(o => o.Number).ToListAsync(ct);
        foreach (var follower in OrderLinks.Settle(master, waiting, by))
        {
            await letters.Tell(follower, by.Act, ct);
            await city.Tell(follower, by.Act, ct);
        }
    }
}
