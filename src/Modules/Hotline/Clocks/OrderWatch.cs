using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Channels;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Limits;
using Yimen.Hotline.Reminders;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Hotline.Clocks;

/// <summary>
/// Watches what lies with units: an urgent order nobody signed for within its minutes, the last days before the limit, the day after it, and more than the configured days late.
/// Presses the unit in the journal and tells its people (<see cref="PressLetters"/>). Whom of a unit an urgent order reaches meanwhile is <see cref="UrgentCalling"/>'s;
/// what was dispatched past it is handed to it here. Run often; a second run on the same day finds nothing new.
/// </summary>
internal sealed class OrderWatch(AppDb db, Writer writer, Calendars calendars, CountyScope scope, PressLetters letters, UrgentCalling urgent)
{
    private const int AtOnce = 50;
    private static readonly OrderState[] AtUnit = [OrderState.Dispatched, OrderState.Signed, OrderState.Handling, OrderState.UnitReview];

    public async Task Run(DateTimeOffset now, CancellationToken ct)
    {
        var (act, clock) = (new Act(Actor.System, now), await calendars.Of(scope.County, db, ct));
        var limits = await db.OrderLimitsOn(act.Today, ct);
        var soon = clock.Calendar.AddWorkdays(act.Today, limits[OrderLimitCode.Warning]);
        var ids = await db.Orders.Where(o => AtUnit.Contains(o.State) && (o.Due <= soon || (o.State == OrderState.Dispatched && o.Urgency != Urgency.Ordinary))).OrderBy(o => o.Number).Select(o => o.Id).ToListAsync(ct);
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
                await Press(o, ReminderLevel.Reminder, "紧急工单超过签收时限没有签收", act, ct);
            }
        }

        if (o.Due is { } due && due >= act.Today)
        {
            await Soon(o, due, act, law.Clock, ct);
        }
        else if (o.Due is { } past)
        {
            await Late(o, past, act, law, ct);
        }
    }

    // 到期前催办: once for each last day, and not on the day the unit got it
    private async Task Soon(WorkOrder o, DateOnly due, Act act, LegalClock clock, CancellationToken ct)
    {
        bool Near(DateOnly day) => day <= due && clock.Consumed(day, due) <= o.Terms.WarningDays;
        if (Near(act.Today) && o.CurrentDispatch is { } d && d.On < act.Today && !o.Reminders.Any(r => Near(r.On)))
        {
            await Press(o, ReminderLevel.Reminder, due == act.Today ? "今天到期" : $"还有 {clock.Consumed(act.Today, due)} 个工作日到期", act, ct);
        }
    }

    private async Task Late(WorkOrder o, DateOnly due, Act act, (LegalClock Clock, OrderLimits Limits) law, CancellationToken ct)
    {
        var late = law.Clock.Consumed(due, act.Today);
        if (late > law.Limits[OrderLimitCode.Criticism] && !o.Reminders.Any(r => r.Level == ReminderLevel.Criticism && r.On > due))
        {
            await Press(o, ReminderLevel.Criticism, $"逾期 {late} 个工作日没有回复", act, ct);
        }
        else if (!o.Reminders.Any(r => r.On > due))
        {
            await Press(o, ReminderLevel.Reminder, "已过县办结期限，没有回复", act, ct);
        }
    }

    private async Task Press(WorkOrder o, ReminderLevel level, string why, Act act, CancellationToken ct)
    {
        var before = o.Reminders.Count;
        o.Press(level, act with { Reason = why });
        await letters.Tell(o, before, act, ct);
    }
}
