using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Channels;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Limits;
using Yimen.Hotline.Reminders;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Delivery;
using Yimen.Platform.Identity;

namespace Yimen.Hotline.Clocks;

/// <summary>
/// Watches what lies with units: an urgent order nobody signed for within its minutes, the day after the limit, and more than the configured days late.
/// Presses the unit in the journal and tells its people: the liaisons, of the worst the head. Whom of a unit an urgent order reaches meanwhile is <see cref="UrgentCalling"/>'s;
/// what was dispatched past it is handed to it here. Run often; a second run on the same day finds nothing new.
/// </summary>
internal sealed class OrderWatch(AppDb db, Writer writer, Calendars calendars, CountyScope scope, Outbox outbox, UrgentCalling urgent)
{
    private const int AtOnce = 50;
    private static readonly OrderState[] AtUnit = [OrderState.Dispatched, OrderState.Signed, OrderState.Handling, OrderState.UnitReview];

    public async Task Run(DateTimeOffset now, CancellationToken ct)
    {
        var (act, clock) = (new Act(Actor.System, now), await calendars.Of(scope.County, db, ct));
        var limits = await db.OrderLimitsOn(act.Today, ct);
        var ids = await db.Orders.Where(o => AtUnit.Contains(o.State) && (o.Due < act.Today || (o.State == OrderState.Dispatched && o.Urgency != Urgency.Ordinary))).OrderBy(o => o.Number).Select(o => o.Id).ToListAsync(ct);
        foreach (var some in ids.Chunk(AtOnce))
        {
            await writer.Write(act, async () =>
            {
                foreach (var o in await db.Orders.Where(o => some.Contains(o.Id)).Whole.ToListAsync(ct))
                {
                    await Look(o, act, (clock, limits), ct);
                }
            }, ct);
            db.ChangeTracker.Clear();
        }
    }

    private async Task Look(WorkOrder o, Act act, (LegalClock Clock, OrderLimits Limits) law, CancellationToken ct)
    {
        if (o.State == OrderState.Dispatched && o.Urgency != Urgency.Ordinary && o.CurrentDispatch is { } d)
        {
            await urgent.Begin(o, act, law.Limits, ct);
            if (d.SignBy < act.Now && !o.Reminders.Any(r => r.At >= d.SignBy))
            {
                await Press(o, ReminderLevel.Reminder, "紧急工单超过签收时限没有签收", Roles.Liaison, act, ct);
            }
        }

        if (o.Due is not { } due || due >= act.Today)
        {
            return;
        }

        var late = law.Clock.Consumed(due, act.Today);
        if (late > law.Limits[OrderLimitCode.Criticism] && !o.Reminders.Any(r => r.Level == ReminderLevel.Criticism && r.On > due))
        {
            await Press(o, ReminderLevel.Criticism, $"逾期 {late} 个工作日没有回复", Roles.UnitHead, act, ct);
        }
        else if (!o.Reminders.Any(r => r.On > due))
        {
            await Press(o, ReminderLevel.Reminder, "已过县办结期限，没有回复", Roles.Liaison, act, ct);
        }
    }

    private async Task Press(WorkOrder o, ReminderLevel level, string why, string role, Act act, CancellationToken ct)
    {
        o.Press(level, act with { Reason = why });
        var people = await db.Users.Where(a => a.Grants.Any(g => g.Role == role && g.UnitCode == o.Unit!.Value.Value)).Select(a => a.Id).ToListAsync(ct);
        foreach (var person in people)
        {
            await outbox.Add(act, Letter.ToAccount(person, $"{Label.Of(level)}：{o.Number}", $"{why}：{o.Title}。请尽快办理。") with { Matter = o.Ref, Href = o.Href, DedupeKey = $"order/{o.Id}/{level}/{act.Today:yyyyMMdd}/{person:N}" }, ct);
        }
    }
}
