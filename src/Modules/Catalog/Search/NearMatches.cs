using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Platform.Data;

namespace Yimen.Catalog.Search;

/// <summary>When nothing holds the words as typed (办残疾证, 食品证): the items whose names share the most pairs of characters with them.</summary>
internal static class NearMatches
{
    private const int Most = 8;

    public static async Task<IReadOnlyList<ItemLine>> Find(AppDb db, string words, CancellationToken ct)
    {
        var pairs = Pairs(words).ToHashSet();
        if (pairs.Count == 0)
        {
            return [];
        }

        // the names of a county's catalogue are a few dozen kilobytes; this runs only after an empty answer
        var names = await db.Set<ItemCard>().AsNoTracking().Select(c => new { c.ItemId, c.Name, c.Rank }).ToListAsync(ct);
        var best = names
            .Select(n => (n.ItemId, n.Name, n.Rank, Pairs: Pairs(n.Name).Distinct().Count(pairs.Contains), Letters: n.Name.Distinct().Count(words.Contains)))
            .Where(n => n.Pairs > 0)
            .OrderByDescending(n => (2 * n.Pairs) + n.Letters).ThenBy(n => n.Name.Length).ThenBy(n => n.Rank).ThenBy(n => n.ItemId)
            .Take(Most).Select(n => n.ItemId).ToList();
        var lines = await ItemLines.Of(db, db.Set<ItemCard>().AsNoTracking().Where(c => best.Contains(c.ItemId))).ToListAsync(ct);
        return [.. lines.OrderBy(l => best.IndexOf(l.Id))];
    }

    private static IEnumerable<string> Pairs(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i]) && char.IsLetterOrDigit(text[i + 1]))
            {
                yield return text.Substring(i, 2);
            }
        }
    }
}
