using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Channels;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Limits;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;

namespace Yimen.Hotline.World;

/// <summary>How the urgent orders of a demo world were answered: at once, after a channel failed, on the telephone, by the leader, by nobody; one of whom a stand-in is called on.</summary>
internal sealed class UrgentWorld(ContactPlans plans, IReadOnlyList<Account> people, Actor office, IdSource ids)
{
    /// <summary>Dispatches what the world's file holds, as many minutes ago as it says.</summary>
    public async Task Fresh(AppDb db, Writer writer, IReadOnlyList<UrgentOrder> orders, LegalClock clock, DateTimeOffset now, CancellationToken ct)
    {
        var (limits, made) = (await db.OrderLimitsOn(ChinaTime.DateOf(now), ct), new List<(WorkOrder Order, UrgentOrder Of)>());
        await writer.Write(new Act(office, now), () =>
        {
            foreach (var order in orders)
            {
                var (received, dispatched) = (new Act(office, now.AddMinutes(-order.MinutesAgo - 9)), new Act(office, now.AddMinutes(-order.MinutesAgo)));
                var o = WorkOrder.Receive(ids.NewId(received.Now), ids.NewCode(6), new()
                {
                    Source = OrderSource.WalkIn, Type = order.Type, Area = order.Area, Address = order.Address, Title = order.Title, Content = order.Content, Appeal = order.Appeal, Urgency = order.Urgency, ContentClass = order.ContentClass, Requester = new() { Anonymous = true },
                }, limits.Terms(order.Type), received, clock);
                o.Dispatch(new(order.Type, order.ContentClass, order.Urgency, new(order.Unit), [], order.Basis) { Terms = limits.Terms(order.Type), Signing = limits.Signing }, dispatched, clock);
                db.Add(o);
                db.Index(o);
                made.Add((o, order));
            }

            return Task.CompletedTask;
        }, ct);
        db.ChangeTracker.Clear();
        var contacts = new List<UrgentContact>();
        foreach (var (o, of) in made)
        {
            contacts.Add(Live(o, 0, await plans.On(o.Unit!.Value, ChinaTime.DateOf(now), ct), limits[OrderLimitCode.UrgentAcknowledge], of.Fate));
        }

        await writer.Write(new Act(Actor.System, now), () =>
        {
            db.AddRange(contacts);
            return Task.CompletedTask;
        }, ct);
        db.ChangeTracker.Clear();
    }

    public async Task Load(AppDb db, Writer writer, DateTimeOffset now, CancellationToken ct)
    {
        var urgent = await db.Orders.AsNoTracking().Where(o => o.Urgency != Urgency.Ordinary && o.Unit != null && o.Dispatches.Any()).Include(o => o.Dispatches).OrderBy(o => o.Number).ToListAsync(ct);
        var limits = await db.OrderLimitsOn(ChinaTime.DateOf(now), ct);
        foreach (var some in urgent.Select((o, n) => (Order: o, N: n)).Chunk(20))
        {
            var made = new List<UrgentContact>();
            foreach (var (order, n) in some)
            {
                made.Add(Live(order, n, await plans.Of(order.Unit!.Value, ct), limits[OrderLimitCode.UrgentAcknowledge]));
            }

            await writer.Write(new Act(Actor.System, now), () =>
            {
                db.AddRange(made);
                return Task.CompletedTask;
            }, ct);
            db.ChangeTracker.Clear();
        }
    }

    private UrgentContact Live(WorkOrder o, int n, IReadOnlyList<ContactStep> plan, int minutes, string fresh = "")
    {
        var at = o.Dispatches.OrderBy(d => d.At).Last().At;
        Act After(double later, Actor? by) => new(by ?? Actor.System, at.AddMinutes(later));
        var contact = UrgentContact.Begin(ids.NewId(at), o, $"{Label.Of(o.Urgency)}·{Label.Of(o.Type)}·{OrderCodes.Shipped.ClassName(o.ContentClass, o.ReceivedOn)}", minutes, After(0, null));
        var fate = fresh switch { "unanswered" => 3, "calling" => 4, "away" => 5, _ => n % 4 };
        Turn(contact, plan, beyond: false, sent: fate is 0 or 2 or 3 or 5, After, 0);
        switch (fate)
        {
            case 4:
                return contact;
            case 5: // the liaison did not answer, the next is away: who stands in for them is waited for
                Turn(contact, plan, beyond: true, sent: true, After, minutes);
                return contact;
            case 0:
                contact.Acknowledge("确认知悉", After(8 + n, By(contact, plan)));
                break;
            case 1:
                Call(contact, AttemptResult.Confirmed, "已通知值班人员，马上到现场", After(12 + n, office));
                break;
            default:
                Turn(contact, plan, beyond: true, sent: false, After, minutes);
                Call(contact, fate == 3 ? AttemptResult.NotReached : AttemptResult.Confirmed, fate == 3 ? "响铃一分钟无人接听" : "刚开完会，现在安排人处理", After(minutes + 14, office));
                Last(contact, plan, fate, After, minutes);
                break;
        }

        if (contact.IsOpen && o.Dispatches.OrderBy(d => d.At).Last().SignedAt is { } signed)
        {
            contact.Acknowledge("签收工单", new Act(people.First(a => a.Id == o.HandlerId).AsActor, signed));
        }

        return contact;
    }

    // the leader is telephoned; of one nobody ever heard
    private void Last(UrgentContact contact, IReadOnlyList<ContactStep> plan, int fate, Func<double, Actor?, Act> after, int minutes)
    {
        if (!contact.IsOpen)
        {
            return;
        }

        Turn(contact, plan, beyond: true, sent: false, after, minutes + 15);
        Call(contact, fate == 3 ? AttemptResult.Unconfirmed : AttemptResult.Confirmed, fate == 3 ? "说在外地开会，要先问值班的同事" : "已要求联络员立即签收", after(minutes + 25, office));
        if (contact.State == UrgentState.Calling)
        {
            contact.GiveUp(after(minutes + 26, null));
        }
    }

    // each channel in order until one carries; the telephone carries always, into the office's hands
    private static void Turn(UrgentContact contact, IReadOnlyList<ContactStep> plan, bool beyond, bool sent, Func<double, Actor?, Act> after, double at)
    {
        if (beyond && contact.OpenAttempt is { } unmade)
        {
            contact.Settle(unmade, AttemptResult.Lapsed, "", after(at, null));
        }

        while (contact.Next(plan, beyond) is { } step)
        {
            beyond = false;
            var attempt = contact.Reach(step, after(at, null));
            if (attempt.Result == AttemptResult.Laid)
            {
                contact.Settle(attempt, sent ? AttemptResult.Sent : AttemptResult.Failed, sent ? "" : "政务微信没有回应：超时", after(at + 0.5, null));
            }

            if (attempt.Result is AttemptResult.Sent or AttemptResult.ToCall)
            {
                return;
            }
        }
    }

    private static void Call(UrgentContact contact, AttemptResult result, string words, Act act)
    {
        if (contact.OpenAttempt is { Result: AttemptResult.ToCall })
        {
            contact.LogCall(result, words, null, act);
        }
    }

    private Actor By(UrgentContact contact, IReadOnlyList<ContactStep> plan) =>
        people.First(a => a.Id == plan.First(s => s.Post == contact.Post).Account).AsActor;
}

/// <summary>An order of the world's file that is being called about while the world is filled.</summary>
internal sealed record UrgentOrder(
    string Fate, int MinutesAgo, [property: JsonConverter(typeof(JsonStringEnumConverter<OrderType>))] OrderType Type, [property: JsonConverter(typeof(JsonStringEnumConverter<Urgency>))] Urgency Urgency, string ContentClass, string Unit, string Address, string Title, string Content, string Appeal, string Basis)
{
    public AreaCode Area { get; init; } = new("440281000000");
}
