using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Channels;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Limits;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;

namespace Yimen.Hotline.World;

/// <summary>How the urgent orders of a demo world were answered: at once, after a channel failed, on the telephone, by the leader, by nobody.</summary>
internal sealed class UrgentWorld(ContactPlans plans, IReadOnlyList<Account> people, Actor office, IdSource ids)
{
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

    private UrgentContact Live(WorkOrder o, int n, IReadOnlyList<ContactStep> plan, int minutes)
    {
        var at = o.Dispatches.OrderBy(d => d.At).Last().At;
        Act After(double later, Actor? by) => new(by ?? Actor.System, at.AddMinutes(later));
        var contact = UrgentContact.Begin(ids.NewId(at), o, $"{Label.Of(o.Urgency)}·{Label.Of(o.Type)}·{ContentClass.NameOf(o.ContentClass)}", minutes, After(0, null));
        var fate = o.State == OrderState.Dispatched ? 3 + (n % 2) : n % 4;
        Turn(contact, plan, beyond: false, sent: fate is 0 or 2 or 3, After, 0);
        switch (fate)
        {
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
