using Microsoft.EntityFrameworkCore;
using Yimen.Knowledge.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Points;

namespace Yimen.Knowledge.Points;

/// <summary>大家还问 — under the guide of an item, the public answers that speak of it.</summary>
internal static class GuideQuestions
{
    private const int Most = 8;

    public static readonly PagePart Part = new(PageParts.ItemGuide, 10, "大家还问", Read);

    private static async Task<PagePartLinks> Read(AppDb db, Guid item, DateOnly today, CancellationToken ct)
    {
        var found = await (from a in db.Articles.AsNoTracking().AnsweringOn(today).ForThePublic
                           where a.Items.Any(i => i.ItemId == item)
                           orderby a.Title, a.Id
                           select new { a.Id, a.Title }).Take(Most).ToListAsync(ct);
        return new([.. found.Select(a => new PagePartLink(a.Title, $"/questions/{a.Id}"))], found.Count < Most ? null : "/questions");
    }
}
