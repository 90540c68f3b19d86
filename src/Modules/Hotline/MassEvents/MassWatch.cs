using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Limits;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Delivery;
using Yimen.Platform.Identity;

namespace Yimen.Hotline.MassEvents;

/// <summary>群体诉求提示 — once a class has so many orders on a day, the office and the director are told, once for each class and day. Run often; a second run says nothing new.</summary>
internal sealed class MassWatch(AppDb db, Writer writer, Outbox outbox)
{
    private static readonly string[] Told = [Roles.Hotline, Roles.Director];

    public async Task Run(DateTimeOffset now, CancellationToken ct)
    {
        var act = new Act(Actor.System, now);
        var least = (await db.OrderLimitsOn(act.Today, ct))[OrderLimitCode.MassEvent];
        var events = await MassEvents.Between(db, act.Today, act.Today, least, ct);
        if (events.Count == 0)
        {
            return;
        }

        var (codes, people) = (await db.OrderCodes(ct), await db.Users.Where(a => a.Grants.Any(g => Told.Contains(g.Role))).Select(a => a.Id).ToListAsync(ct));
        await writer.Write(act, async () =>
        {
            foreach (var e in events)
            {
                var name = codes.ClassName(e.ContentClass, e.On);
                foreach (var person in people)
                {
                    await outbox.Add(act, Letter.ToAccount(person, $"群体诉求提示：{name}", $"今天“{name}”类工单已有 {e.Orders} 件，涉及 {e.Towns} 个镇街，可能是群体诉求。请核实，合并办理，并按规定报告。") with
                    {
                        Href = MassEventPages.Of(e.On, e.ContentClass),
                        DedupeKey = $"mass/{e.On:yyyyMMdd}/{e.ContentClass}/{person:N}",
                    }, ct);
                }
            }
        }, ct);
        db.ChangeTracker.Clear();
    }
}
