using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Delivery;
using Yimen.Platform.Identity;

namespace Yimen.Hotline.Reminders;

/// <summary>催办通知 — tells a unit's people that they were pressed, by hand or by the watch: who has it in hand, and of what is late or under supervision the head as well (抄送).</summary>
internal sealed class PressLetters(AppDb db, Outbox outbox)
{
    /// <summary>Of the rows that came after the first <paramref name="before"/>.</summary>
    public async Task Tell(WorkOrder o, int before, Act act, CancellationToken ct)
    {
        foreach (var (reminder, n) in o.Reminders.Select((r, n) => (r, n)).Skip(before))
        {
            foreach (var person in await People(o, reminder, ct))
            {
                await outbox.Add(act, Letter.ToAccount(person, $"{Label.Of(reminder.Level)}：{o.Number}", $"{reminder.Why}：{(o.Secret ? "（保密工单）" : o.Title)}。请尽快办理。") with
                {
                    Matter = o.Ref,
                    Href = o.Href,
                    DedupeKey = $"order/{o.Id}/pressed/{n}/{person:N}",
                }, ct);
            }
        }
    }

    // a reply that is being reviewed lies with the reviewer, else with who signed; before that with every liaison
    private async Task<List<Guid>> People(WorkOrder o, OrderReminder reminder, CancellationToken ct)
    {
        var heads = reminder.Level != ReminderLevel.Reminder || o.Due < reminder.On;
        var roles = new[] { o.State == OrderState.UnitReview ? o.ReviewRole : Roles.Liaison, heads ? Roles.UnitHead : "" };
        var handler = o.State is OrderState.Signed or OrderState.Handling && reminder.Unit == o.Unit ? o.HandlerId : null;
        return await db.Users.Where(a => a.Grants.Any(g => roles.Contains(g.Role) && g.UnitCode == reminder.Unit.Value && !(g.Role == Roles.Liaison && handler != null)) || a.Id == handler).Select(a => a.Id).ToListAsync(ct);
    }
}
