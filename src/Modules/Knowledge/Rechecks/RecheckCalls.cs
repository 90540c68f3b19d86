using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Knowledge.Limits;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Knowledge.Rechecks;

/// <summary>到期提醒 — every night what falls due for a recheck is laid into its owner's inbox. Running twice calls nothing twice; not running hides nothing, since what has expired is told by its dates.</summary>
internal sealed class RecheckCalls(AppDb db, Writer writer, Calendars calendars, CountyScope scope)
{
    private const int AtOnce = 100;

    /// <returns>How many entries were called.</returns>
    public async Task<int> Run(DateTimeOffset now, CancellationToken ct)
    {
        var act = new Act(Actor.System, now);
        var ahead = (await db.KnowledgeLimitsOn(act.Today, ct))[KnowledgeLimitCode.RecheckAhead];
        var upTo = (await calendars.Of(scope.County, db, ct)).Calendar.AddWorkdays(act.Today, ahead);
        var near = await db.Set<Recheck>().Where(r => r.ClosedOn == null && r.CalledOn == null && r.Due <= upTo).Select(r => r.ArticleId).Distinct().ToListAsync(ct);
        var called = 0;
        foreach (var some in near.Chunk(AtOnce))
        {
            await writer.Write(act, async () =>
            {
                var articles = await db.ArticlesWhole.Where(a => some.Contains(a.Id)).ToListAsync(ct);
                called += articles.Count(a => a.Call(upTo, act));
            }, ct);
            db.ChangeTracker.Clear();
        }

        return called;
    }
}
