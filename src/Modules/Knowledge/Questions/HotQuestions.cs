using Microsoft.EntityFrameworkCore;
using Yimen.Knowledge.Limits;
using Yimen.Knowledge.Use;
using Yimen.Platform.Data;

namespace Yimen.Knowledge.Questions;

/// <summary>热门问题 — public answers by how often they were used in the last days, which are told by a dated limit.</summary>
internal static class HotQuestionsReading
{
    extension(AppDb db)
    {
        public async Task<IReadOnlyList<QuestionRow>> HotQuestions(DateOnly today, int take, CancellationToken ct)
        {
            var since = today.AddDays(-(await db.KnowledgeLimitsOn(today, ct))[KnowledgeLimitCode.HotDays]);
            var hot = await (from u in db.Set<ArticleUse>()
                             where u.On > since && u.On <= today
                             join a in db.Articles.AnsweringOn(today).ForThePublic on u.ArticleId equals a.Id
                             group u.Count by a.Id into g
                             orderby g.Sum() descending, g.Key
                             select g.Key).Take(take).ToListAsync(ct);
            var rows = await QuestionSearch.Lines(db, db.Articles.AsNoTracking().Where(a => hot.Contains(a.Id))).ToListAsync(ct);
            return [.. rows.OrderBy(r => hot.IndexOf(r.Id))];
        }
    }
}
