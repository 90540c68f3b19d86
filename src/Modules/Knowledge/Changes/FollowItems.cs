using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Knowledge.Contracts;
using Yimen.Knowledge.Limits;
using Yimen.Platform.Data;

namespace Yimen.Knowledge.Changes;

/// <summary>
/// 事项变更复审 — reads what became of linked items since the owner last answered for an entry, and demands a recheck of it. There is no position to lose:
/// the question is always "did an item change after the answer was looked at, and is no recheck for it open?", so that asking twice demands nothing twice.
/// </summary>
internal sealed class FollowItems(AppDb db, Writer writer, KnowledgeDesk desk)
{
    private const int AtOnce = 100;

    /// <returns>How many rechecks were opened.</returns>
    public async Task<int> Run(DateTimeOffset now, CancellationToken ct)
    {
        var changed = await Changed().ToListAsync(ct);
        if (changed.Count == 0)
        {
            return 0;
        }

        var act = new Act(Actor.System, now);
        var (due, opened) = (await desk.Due(KnowledgeLimitCode.ItemRecheck, act.Today, ct), 0);
        foreach (var some in changed.GroupBy(c => c.ArticleId).Chunk(AtOnce))
        {
            var whys = some.ToDictionary(g => g.Key, g => WhyOf(g));
            await writer.Write(act, async () =>
            {
                var articles = await db.ArticlesWhole.Where(a => whys.Keys.Contains(a.Id) && a.State == ArticleState.Live).ToListAsync(ct);
                opened += articles.Count(a => a.Demand(desk.Ids.NewId(now), RecheckKind.ItemChanged, (whys[a.Id], due), act));
            }, ct);
            db.ChangeTracker.Clear();
        }

        return opened;
    }

    private IQueryable<ChangedItem> Changed() =>
        from a in db.Articles
        where a.State == ArticleState.Live && !a.Rechecks.Any(r => r.ClosedOn == null && r.Kind == RecheckKind.ItemChanged)
        join l in db.Set<ArticleItem>() on a.Id equals l.ArticleId
        join c in db.ItemChanges on l.ItemId equals c.ItemId
        where c.At > a.LookedAt
        join i in db.ItemRefs on l.ItemId equals i.Id
        select new ChangedItem { ArticleId = a.Id, Item = i.Name, What = c.What, At = c.At };

    private static string WhyOf(IEnumerable<ChangedItem> changes) =>
        string.Join("；", changes.OrderBy(c => c.At).Select(c => $"{ChinaTime.DateOf(c.At):yyyy-MM-dd} {c.What}“{c.Item}”").Distinct().TakeLast(4));

    private sealed class ChangedItem
    {
        public required Guid ArticleId { get; init; }

        public required string Item { get; init; }

        public required string What { get; init; }

        public required DateTimeOffset At { get; init; }
    }
}
