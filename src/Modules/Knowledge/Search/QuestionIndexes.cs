using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Yimen.Knowledge.Contracts;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;

namespace Yimen.Knowledge.Search;

/// <summary>The index of each county, made anew when its stamp has changed: a knowledge base is a few thousand short texts.</summary>
internal sealed class QuestionIndexes
{
    private readonly ConcurrentDictionary<string, (string Stamp, QuestionIndex Index)> known = new();

    public async Task<QuestionIndex> Of(string county, AppDb db, CancellationToken ct)
    {
        var stamp = await KnowledgeStamp.Read(db).SingleOrDefaultAsync(ct) ?? "";
        if (known.TryGetValue(county, out var have) && have.Stamp == stamp)
        {
            return have.Index;
        }

        var index = new QuestionIndex(await Read(db, ct));
        known[county] = (stamp, index);
        return index;
    }

    private static async Task<List<IndexedArticle>> Read(AppDb db, CancellationToken ct)
    {
        var rows = await (from a in db.Articles.AsNoTracking()
                          where a.State == ArticleState.Live
                          join v in db.ArticleVersions on a.Current equals v.Id
                          join u in db.UnitRefs on a.Unit equals u.Id
                          orderby a.Id
                          select new { a.Id, v.Title, v.Variants, v.Answer, a.Unit, u.ShortName, a.Visibility, a.ValidFrom, a.ValidTo }).ToListAsync(ct);
        return rows.ConvertAll(r => new IndexedArticle(r.Id, r.Title, r.Variants, r.Answer, r.Unit, r.ShortName, r.Visibility, r.ValidFrom, r.ValidTo));
    }
}
