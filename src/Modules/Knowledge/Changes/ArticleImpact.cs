using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Knowledge.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Impacts;

namespace Yimen.Knowledge.Changes;

/// <summary>What a change of an item touches here: the answers that speak of it, whose owners will be asked to look again.</summary>
internal static class ArticleImpact
{
    public static readonly Impact Linked = new("知识条目", Of);

    private static async Task<IReadOnlyList<ImpactLine>> Of(AppDb db, Guid item, CancellationToken ct)
    {
        var linked = await (from l in db.Set<ArticleItem>()
                            where l.ItemId == item
                            join a in db.Articles on l.ArticleId equals a.Id
                            where a.State == ArticleState.Live
                            orderby a.Title, a.Id
                            select new { a.Id, a.Title, a.Visibility }).Take(50).ToListAsync(ct);
        return [.. linked.Select(a => new ImpactLine(a.Title, $"{Label.Of(a.Visibility)}，发布后提醒复审", $"/desk/knowledge/{a.Id}"))];
    }
}
