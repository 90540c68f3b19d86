using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Search;
using Yimen.Platform.Data;

namespace Yimen.Catalog.Contracts;

/// <summary>What the portal's home shows of the catalogue.</summary>
public static class PublicCatalogue
{
    extension(AppDb db)
    {
        /// <summary>常用事项: those with a place among the most used, in their order; the others fill up to <paramref name="take"/>.</summary>
        public Task<List<ItemLine>> MostUsedItems(int take, CancellationToken ct) =>
            ItemLines.Of(db, db.Set<ItemCard>().AsNoTracking().Where(c => c.State == ItemState.InForce).OrderBy(c => c.Rank).ThenBy(c => c.BasicCode).ThenBy(c => c.ItemId).Take(take)).ToListAsync(ct);

        /// <summary>Themes with their number of items, most first and 其他 last.</summary>
        public async Task<IReadOnlyList<Facet>> ThemeCounts(bool corporate, CancellationToken ct)
        {
            var counts = await db.Set<ItemTheme>().Where(t => t.Corporate == corporate).GroupBy(t => t.Theme).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
            return [.. counts.OrderBy(c => c.Key == "其他").ThenByDescending(c => c.Count).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => new Facet(c.Key, c.Key, c.Count))];
        }

        /// <summary>How many items can be handed in anywhere (全市通办) on a day.</summary>
        public Task<int> CrossRegionItems(DateOnly today, CancellationToken ct) =>
            ItemSearch.Anywhere(db, db.Set<ItemCard>(), today).CountAsync(ct);

        /// <summary>How many items the public finds.</summary>
        public Task<int> PublicItems(CancellationToken ct) => db.Set<ItemCard>().CountAsync(ct);
    }
}
