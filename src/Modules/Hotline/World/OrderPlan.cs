using Yimen.Hotline.Contracts;
using Yimen.Kernel;

namespace Yimen.Hotline.World;

/// <summary>What is to become of one order: about what, where, through which door, how far, and on which working days.</summary>
internal sealed record OrderPlan(int N, OrderMatter Matter, WorldTown Town, string Place, OrderSource Source, OrderReach Reach, DateOnly Received, DateOnly Signed, DateOnly Replied, DateOnly Visited)
{
    public const int Orders = 330;

    /// <summary>The working day before today: nothing happens after it.</summary>
    public DateOnly Last { get; private init; }

    // closed long ago: what appraisals of earlier months are made of
    private const int Earlier = 190;
    private const int MostBack = 42;

    // of the closed ones there are most, as in life
    private static readonly OrderReach[] Reaches =
    [
        OrderReach.Closed, OrderReach.Received, OrderReach.Closed, OrderReach.Dispatched, OrderReach.Closed, OrderReach.Handling, OrderReach.Closed, OrderReach.FollowUp, OrderReach.Displeased, OrderReach.Archived,
        OrderReach.Closed, OrderReach.Signed, OrderReach.Closed, OrderReach.UnitReview, OrderReach.Closed, OrderReach.OfficeReview, OrderReach.Rehandled, OrderReach.Closed, OrderReach.Late, OrderReach.Closed,
        OrderReach.ReturnAsked, OrderReach.Closed, OrderReach.ExtensionAsked, OrderReach.Closed, OrderReach.Suspended, OrderReach.Closed, OrderReach.ToCity, OrderReach.Archived, OrderReach.Raised, OrderReach.Closed, OrderReach.Follower,
    ];

    private static readonly OrderSource[] Sources = [OrderSource.City, OrderSource.City, OrderSource.City, OrderSource.Online, OrderSource.City, OrderSource.Mailbox, OrderSource.City, OrderSource.WalkIn, OrderSource.City, OrderSource.Letter];

    public static IReadOnlyList<OrderPlan> All(OrderMatters matters, IReadOnlyList<WorldTown> towns, LegalClock clock, DateOnly today)
    {
        var plans = Enumerable.Range(0, Orders + Earlier).Select(n => One(n, matters, towns, clock, today)).ToList();
        var handled = plans.Where(p => p.Reach is OrderReach.Signed or OrderReach.Handling).ToList();
        // others call about what is handled already, in the same place
        return [.. plans.Select(p => p.Reach == OrderReach.Follower && handled.Count > 0 && handled[p.N % handled.Count] is var master ? p with { Matter = master.Matter, Town = master.Town, Place = master.Place } : p)];
    }

    private static OrderPlan One(int n, OrderMatters matters, IReadOnlyList<WorldTown> towns, LegalClock clock, DateOnly today)
    {
        var (matter, town) = (matters.Matters[((n * 7) + (n / Reaches.Length * 3)) % matters.Matters.Count], towns[n * 7 % towns.Count]);
        matter = n >= Orders && n % 7 == 0 ? matters.Matters.First(m => m.Type == OrderType.Consultation) : matter; // one thing is asked again and again
        var reach = ReachOf(n, matter);
        var source = reach == OrderReach.ToCity ? OrderSource.City : Sources[n % Sources.Length];
        var place = matters.Places[n * 5 % matters.Places.Count].Replace("{t}", town.Name, StringComparison.Ordinal);
        return Dated(new(n, matter, town, place, source, reach, today, today, today, today), clock, today);
    }

    private static OrderReach ReachOf(int n, OrderMatter matter)
    {
        var reach = n < Orders ? Reaches[n * 13 % Reaches.Length] : n % 9 == 4 ? OrderReach.Displeased : n % 3 == 0 ? OrderReach.Archived : OrderReach.Closed;
        return matter.Type == OrderType.Consultation && n % 5 < (n < Orders ? 3 : 2) ? OrderReach.Direct
            : matter.Type == OrderType.Consultation && reach is OrderReach.ExtensionAsked or OrderReach.Late ? OrderReach.Closed
            : reach;
    }

    private static OrderPlan Dated(OrderPlan plan, LegalClock clock, DateOnly today)
    {
        var days = plan.Reach switch
        {
            OrderReach.Received or OrderReach.Follower or OrderReach.Dispatched or OrderReach.ReturnAsked => 1 + (plan.N % 2),
            OrderReach.Signed or OrderReach.ExtensionAsked => 3,
            OrderReach.Handling or OrderReach.Suspended => 3 + (plan.N % 3),
            OrderReach.UnitReview or OrderReach.OfficeReview or OrderReach.FollowUp => 5,
            OrderReach.Late or OrderReach.Raised => 20 + (plan.N % 6),
            _ when plan.N >= Orders => MostBack + (plan.N * 11 % MostBack),
            _ => 8 + (plan.N * 11 % (MostBack - 8)),
        };
        var received = Back(clock, today, days);
        var limit = plan.Matter.Type is OrderType.Consultation ? 3 : plan.Matter.Type is OrderType.Help ? 5 : 15;
        var span = plan.N % 17 == 0 ? limit + 1 : 2 + (plan.N % Math.Max(1, limit - 2)); // a few are late
        var signed = clock.Calendar.AddWorkdays(received, Math.Min(days - 1, plan.N % 12 == 5 ? 2 : 1));
        var replied = clock.Calendar.AddWorkdays(received, Math.Max(1, Math.Min(span, days - 2)));
        replied = replied < signed ? signed : replied;
        return plan with { Received = received, Signed = signed, Replied = replied, Visited = clock.Calendar.AddWorkdays(replied, 1), Last = Back(clock, today, 1) };
    }

    /// <summary>So many working days before today; never today itself, so that no act lies in the future.</summary>
    private static DateOnly Back(LegalClock clock, DateOnly today, int days)
    {
        var day = today;
        for (var left = Math.Max(1, days); left > 0;)
        {
            day = day.AddDays(-1);
            left -= clock.Calendar.IsWorkday(day) ? 1 : 0;
        }

        return day;
    }

    public DateTimeOffset At(DateOnly day, int hour) => ChinaTime.StartOf(day).AddHours(hour).AddMinutes(N * 7 % 55);
}

/// <summary>A town and the unit that answers for it.</summary>
internal sealed record WorldTown(AreaCode Area, string Name, UnitId Unit, IReadOnlyList<(AreaCode Code, string Name)> Villages);
