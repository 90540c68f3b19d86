using Microsoft.EntityFrameworkCore;
using Yimen.Knowledge.Questions;
using Yimen.Platform.Data;

namespace Yimen.Knowledge.Contracts;

/// <summary>A public question as the portal's home lists it.</summary>
public sealed record QuestionLine(string Title, string Unit, string Href);

/// <summary>What the portal's home shows of the knowledge base.</summary>
public static class PublicQuestions
{
    extension(AppDb db)
    {
        /// <summary>大家常问 — public answers that hold on the day, the most used lately first; where too few were used yet, others fill up to <paramref name="take"/>.</summary>
        public async Task<IReadOnlyList<QuestionLine>> MostAskedQuestions(DateOnly today, int take, CancellationToken ct)
        {
            var hot = await db.HotQuestions(today, take, ct);
            var known = hot.Select(h => h.Id).ToList();
            var others = hot.Count == take ? [] : await QuestionSearch.Lines(db, db.Articles.AsNoTracking().AnsweringOn(today).ForThePublic.Where(a => !known.Contains(a.Id)).OrderBy(a => a.Title).ThenBy(a => a.Id).Take(take - hot.Count)).ToListAsync(ct);
            return [.. hot.Concat(others).Select(q => new QuestionLine(q.Title, q.Unit, $"/questions/{q.Id}"))];
        }
    }
}
