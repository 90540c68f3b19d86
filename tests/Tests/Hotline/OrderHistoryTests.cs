using System.Collections.Concurrent;
using CsCheck;
using Yimen.Hotline;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;

namespace Yimen.Tests.Hotline;

/// <summary>Whatever is tried on three orders of which some may follow others, by whomever and in whatever order.</summary>
public sealed class OrderHistoryTests
{
    private const int Histories = 4000;

    // the rarest rows of the table are walked some twenty times in so many
    private const int Walks = 12_000;
    private const int Close = 300;

    private static readonly Gen<OrderAttempt> One = Gen.Select(Gen.Int[0, 999], Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[0, 20], Gen.Int[0, 9239], (act, order, who, days, die) => new OrderAttempt(act, order, who, days > 4 ? 0 : days, die));

    private static readonly Gen<OrderAttempt[]> Some = One.Array[30, 220];

    private static readonly Gen<(int, int, int)> Start = Gen.Select(Gen.Int[0, 430], Gen.Int[0, 6], Gen.Int[0, 25]);

    private static readonly Dictionary<string, OrderState> States = Enum.GetValues<OrderState>().ToDictionary(s => Label.Of(s));
    private static readonly Dictionary<string, OrderVerb> Verbs = Enum.GetValues<OrderVerb>().ToDictionary(v => Label.Of(v));

    [Fact]
    public void Every_change_of_state_is_a_row_of_the_table_and_every_row_is_walked()
    {
        var walked = new ConcurrentDictionary<(OrderState, OrderVerb), int>();

        Gen.Select(Start, Some).Sample((start, attempts) =>
        {
            var h = Live(start, attempts, _ => { });
            foreach (var o in h.Orders)
            {
                var at = OrderState.Received;
                foreach (var note in o.Trail.Pending.Where(n => n.From is not null && n.To is not null))
                {
                    var verb = Verbs[note.Verb];
                    Assert.Equal(at, States[note.From!]);
                    Assert.Equal(OrderLifecycle.Table.Table[(at, verb)], States[note.To!]);
                    walked.AddOrUpdate((at, verb), 1, (_, n) => n + 1);
                    at = States[note.To!];
                }

                Assert.Equal(o.State, at);
            }
        }, iter: Walks);

        // a history that goes nowhere proves nothing: together they walk every row
        Assert.Empty(OrderLifecycle.Table.Table.Keys.Except(walked.Keys));
    }

    [Fact]
    public void The_clock_recomputed_from_the_rows_is_the_stored_one_and_never_past_the_city_s_day_by_an_extension() =>
        Gen.Select(Start, Some).Sample((start, attempts) => Live(start, attempts, h => h.Orders.ForEach(o =>
        {
            if (o.ClosedOn is null && o.State != OrderState.FollowUp)
            {
                Assert.Equal(ByHand(o, h.Clock.Calendar), o.Due);
            }

            Assert.Equal(o.Suspensions.LastOrDefault(s => s.EndedOn is null)?.Ground, o.Paused);
            Assert.True(o.Extension is not { Granted: true } || o.Suspensions.Count > 0 || o.Rehandlings > 0 || o.CityDue is null || h.Clock.Calendar.Version != o.CalendarVersion || o.Due <= o.CityDue || o.Trail.Pending.Any(n => n.Verb is "市平台改期" or "重算期限" or "派单"), "extended past the city");
        })), iter: Histories);

    [Fact]
    public void Every_caller_of_a_merged_order_is_answered_and_counts_and_rows_agree() =>
        Gen.Select(Start, Some).Sample((start, attempts) => Live(start, attempts, h => h.Orders.ForEach(o =>
        {
            var followers = h.Orders.Where(f => f.MasterId == o.Id).ToList();
            Assert.Equal(followers.Count, o.Followers);
            Assert.True(!Yimen.Hotline.Links.OrderLinks.Settles(o) || followers.TrueForAll(f => f.State != OrderState.Following), "a follower waits though its master is answered");
            Assert.True(o.State != OrderState.Following || h.Orders.Find(m => m.Id == o.MasterId) is { State: not OrderState.Following }, "follows one that follows");
            Consistent(o);
        })), iter: Histories);

    [Fact]
    public void A_refused_verb_changes_nothing() =>
        Gen.Select(Start, Some).Sample((start, attempts) =>
        {
            var h = new OrderHistory(start.Item1, start.Item2, start.Item3);
            foreach (var attempt in attempts)
            {
                h.Pass(attempt.Days);
                var (before, notes) = (h.Seen, h.Orders.Sum(o => o.Trail.Pending.Count));
                try
                {
                    var name = h.Try(attempt);
                    Assert.True(h.Seen == before || h.Orders.Sum(o => o.Trail.Pending.Count) > notes, $"changed without a note: {name}");
                }
                catch (Exception refused) when (refused is RuleViolation or InvalidOperationException)
                {
                    Assert.True(before == h.Seen, $"{refused.Message} and yet something changed");
                }
            }
        }, iter: Close);

    private static OrderHistory Live((int Day, int Type, int City) start, OrderAttempt[] attempts, Action<OrderHistory> look)
    {
        var h = new OrderHistory(start.Day, start.Type, start.City);
        foreach (var attempt in attempts)
        {
            h.Pass(attempt.Days);
            try
            {
                h.Try(attempt);
            }
            catch (Exception refused) when (refused is RuleViolation or InvalidOperationException)
            {
                continue; // a rule said no, or nobody of that unit holds the level
            }

            look(h);
        }

        return h;
    }

    // day by day with a pencil: counted are working days after the start that no stop holds
    private static DateOnly? ByHand(WorkOrder o, WorkCalendar calendar)
    {
        var limit = o.Terms.LimitDays;
        if (o.CityDue is { } city)
        {
            var between = Enumerable.Range(1, Math.Max(0, city.DayNumber - o.CountedFrom.DayNumber)).Count(n => calendar.IsWorkday(o.CountedFrom.AddDays(n)));
            limit = Math.Min(limit, Math.Max(0, between - o.Terms.LeadDays));
        }

        var (left, day) = (limit + o.ExtraDays, o.CountedFrom);
        for (var n = 0; left > 0; n++)
        {
            if (n > 3000)
            {
                return null;
            }

            day = day.AddDays(1);
            left -= calendar.IsWorkday(day) && !o.Suspensions.Any(s => day > s.BeganOn && (s.EndedOn is null || day <= s.EndedOn)) ? 1 : 0;
        }

        return day;
    }

    // what a state says and what the rows say is the same
    private static void Consistent(WorkOrder o)
    {
        Assert.True(o.State is not (OrderState.Dispatched or OrderState.Signed or OrderState.Handling or OrderState.UnitReview or OrderState.OfficeReview) || (o.Unit is not null && o.CurrentDispatch?.Unit == o.Unit), "at a unit without a dispatch");
        Assert.True(o.State is not (OrderState.Signed or OrderState.Handling) || o.HandlerId is not null, "signed by nobody");
        Assert.True(o.Dispatches.Count(d => d.EndedOn is null) <= 1, "two dispatches in force");
        Assert.True(o.Returns.Count(r => r.IsOpen) <= 1 && o.Coordinations.Count(c => c.IsOpen) <= 1 && o.Suspensions.Count(s => s.EndedOn is null) <= 1, "two open at once");
        Assert.True(o.Returns.Where(r => !r.Transfer).GroupBy(r => r.Unit).All(g => g.Count() == 1), "a unit gave it back twice");
        Assert.All(o.Duties, d => Assert.Contains(o.Coordinations, c => c.Id == d.CoordinationId && !c.IsOpen));
        Assert.Equal(o.Rehandlings, o.Rehandled.Count);
        Assert.True(o.Raised || (o.Rehandlings < 3 && o.Returns.Count(r => !r.Transfer) < 2), "not raised though returned twice or handled thrice");
        Assert.Equal(o.State is OrderState.Closed or OrderState.ReturnedToCity or OrderState.Archived, o.ClosedOn is not null);
        Assert.Equal(o.State == OrderState.UnitReview, o.ReviewLevel > 0);
        Assert.True(o.Attitude is null || o.Visits.Any(v => v.Attitude == o.Attitude), "a verdict that nobody gave");
        Assert.True(o.WaitsFor.GroupBy(t => t.Code).All(g => g.Count() == 1), "one task twice");
    }
}
