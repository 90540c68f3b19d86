using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Knowledge.Contracts;
using Yimen.Knowledge.Search;
using Yimen.Organization.Contracts;
using Yimen.Platform.Points;
using Yimen.Platform.Text;

namespace Yimen.Knowledge.Points;

/// <summary>Answers in use for the desk's search.</summary>
internal static class ArticleSource
{
    public static readonly SearchSource Source = new(30, "知识库", Find);

    private static async Task<SearchFound> Find(SearchAsk ask, CancellationToken ct)
    {
        if (ask.Visitor.ScopesFor(ask.Permissions, Rights.Read).Count == 0)
        {
            return SearchFound.Nothing;
        }

        var hits = await (from a in ask.Db.Articles.AsNoTracking()
                          where a.State == ArticleState.Live
                          join hit in TextIndex.Hits(ask.Db, TextFollower.TextKind, ask.Words) on a.Id equals hit.Id
                          join u in ask.Db.UnitRefs on a.Unit equals u.Id
                          orderby hit.TitleHit descending, hit.TitleLength, a.Id
                          select new { a.Id, a.Title, a.Visibility, u.ShortName }).Take(ask.Take).ToListAsync(ct);
        return new([.. hits.Select(a => new SearchHit(a.Title, $"/desk/knowledge/{a.Id}", a.ShortName) { Status = Label.Of(a.Visibility) })], $"/desk/knowledge?q={Uri.EscapeDataString(ask.Words)}");
    }
}
