using Yimen.Hotline.Reminders;
using Yimen.Kernel;

namespace Yimen.Hotline;

/// <summary>催办, 督办, 书面批评.</summary>
internal sealed partial class WorkOrder
{
    /// <summary>催办, 督办 — the unit is pressed, with the reason.</summary>
    public void Press(ReminderLevel level, Act act)
    {
        var verb = level switch { ReminderLevel.Reminder => OrderVerb.Remind, ReminderLevel.Supervision => OrderVerb.Supervise, _ => OrderVerb.Criticise };
        MustBeAble(verb);
        if (act.Reason is null)
        {
            throw new RuleViolation("reason", $"{Label.Of(level)}须写明理由。");
        }

        Move(verb, act);
        reminders.Add(new OrderReminder { Level = level, Unit = Unit!.Value, Why = act.Reason, ByName = act.By.Name, At = act.Now, On = act.Today });
        Raised |= level == ReminderLevel.Supervision;
    }
}
