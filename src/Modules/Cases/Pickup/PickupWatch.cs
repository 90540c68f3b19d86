using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Cases.Limits;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Delivery;

namespace Yimen.Cases.Pickup;

/// <summary>Tells applicants that their result is ready, and reminds them once a period when nobody came. A letter is written once whatever how often this runs.</summary>
internal sealed class PickupWatch(AppDb db, Writer writer, Outbox outbox)
{
    private const int AtOnce = 100;

    public async Task Run(DateTimeOffset now, CancellationToken ct)
    {
        var act = new Act(Actor.System, now);
        var limits = await db.LimitsOn(act.Today, ct);
        var waiting = await db.Cases.AsNoTracking().Where(c => c.State == CaseState.AwaitingDelivery && c.ReadyOn != null).OrderBy(c => c.Id).ToListAsync(ct);
        foreach (var some in waiting.Chunk(AtOnce))
        {
            await writer.Write(act, async () =>
            {
                foreach (var c in some)
                {
                    await Tell(c, limits, act, ct);
                }
            }, ct);
            db.ChangeTracker.Clear();
        }
    }

    private async Task Tell(Case c, CaseLimits limits, Act act, CancellationToken ct)
    {
        await Say(c, ("ready", "办理结果可以领取", $"您申请的“{c.ItemName}”（{c.Number}）已经办结，结果可以领取。请带身份证件到{Where(c)}领取，也可以请人代领或者邮寄。"), act, ct);
        var over = act.Today.DayNumber - c.ReadyOn!.Value.DayNumber - limits[CaseLimitCode.Uncollected];
        if (over >= 0)
        {
            var time = over / Math.Max(1, limits[CaseLimitCode.UncollectedAgain]);
            await Say(c, ($"uncollected/{time}", "办理结果还没有领取", $"您申请的“{c.ItemName}”（{c.Number}）的结果自 {c.ReadyOn:yyyy-MM-dd} 起可以领取，至今未领。请带身份证件到{Where(c)}领取，或者电话联系邮寄。"), act, ct);
        }
    }

    private async Task Say(Case c, (string Key, string Subject, string Body) letter, Act act, CancellationToken ct)
    {
        var key = $"case/{c.Id:N}/{letter.Key}";
        if (c.AccountId is { } account)
        {
            await outbox.Add(act, Letter.ToAccount(account, letter.Subject, letter.Body) with { Matter = c.Ref, Href = $"/my/cases/{c.Id}", DedupeKey = key }, ct);
        }

        await outbox.Add(act, Letter.Sms(c.Applicant.Phone, letter.Subject, letter.Body) with { Matter = c.Ref, DedupeKey = key + "/sms" }, ct);
    }

    private static string Where(Case c) => c.Window is { Length: > 0 } window ? $"{window} 号窗口" : "窗口";
}
