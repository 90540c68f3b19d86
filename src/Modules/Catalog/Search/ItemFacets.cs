using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;

namespace Yimen.Catalog.Search;

/// <summary>What a search found, counted by unit, level, type, object and theme.</summary>
public sealed record ItemFacets(int Total, int All, int Persons, int Corporates)
{
    public IReadOnlyList<Facet> Units { get; init; } = [];

    public IReadOnlyList<Facet> Levels { get; init; } = [];

    public IReadOnlyList<Facet> Types { get; init; } = [];

    public IReadOnlyList<Facet> Themes { get; init; } = [];

    /// <summary>Two queries: one grouped over the cards answers total, tabs and three facets, one the themes.</summary>
    internal static async Task<ItemFacets> Read(AppDb db, ItemSearch search, IQueryable<ItemCard> cards, CancellationToken ct)
    {
        var matching = search.Matching(db, cards);
        var groups = await (from c in matching
                            join u in db.UnitRefs on c.Unit equals u.Id into units
                            from u in units.DefaultIfEmpty()
                            group c by new { c.Unit, UnitName = (string?)u!.ShortName, c.Level, c.Type, c.ForPersons, c.ForCorporates } into g
                            select new { g.Key.Unit, g.Key.UnitName, g.Key.Level, g.Key.Type, g.Key.ForPersons, g.Key.ForCorporates, Count = g.Count() }).ToListAsync(ct);
        var shown = groups.Where(g => search.ForCorporates switch { true => g.ForCorporates, false => g.ForPersons, _ => true }).ToList();
        return new(shown.Sum(g => g.Count), groups.Sum(g => g.Count), groups.Where(g => g.ForPersons).Sum(g => g.Count), groups.Where(g => g.ForCorporates).Sum(g => g.Count))
        {
            Units = MostFirst(shown.GroupBy(g => (g.Unit, g.UnitName)).Select(g => new Facet(g.Key.Unit.Value, g.Key.UnitName ?? g.Key.Unit.Value, g.Sum(x => x.Count)))),
            Levels = [.. shown.GroupBy(g => g.Level).OrderBy(g => g.Key).Select(g => new Facet($"{g.Key}", Words.LevelOf(g.Key), g.Sum(x => x.Count)))],
            Types = MostFirst(shown.GroupBy(g => g.Type).Select(g => new Facet(g.Key, Words.TypeOf(g.Key), g.Sum(x => x.Count)))),
            Themes = await ThemesOf(db, search, search.OfObject(matching), ct),
        };
    }

    private static async Task<IReadOnlyList<Facet>> ThemesOf(AppDb db, ItemSearch search, IQueryable<ItemCard> cards, CancellationToken ct)
    {
        var themes = search.ForCorporates is { } corporate ? db.Set<ItemTheme>().Where(t => t.Corporate == corporate) : db.Set<ItemTheme>();
        var counted = await (from t in themes
                             join c in cards on t.ItemId equals c.ItemId
                             group t by t.Theme into g
                             select new { Theme = g.Key, Count = g.Select(t => t.ItemId).Distinct().Count() }).ToListAsync(ct);
        return MostFirst(counted.Select(t => new Facet(t.Theme, t.Theme, t.Count)));
    }

    private static List<Facet> MostFirst(IEnumerable<Facet> facets) => [.. facets.OrderBy(f => f.Name == "其他").ThenByDescending(f => f.Count).ThenBy(f => f.Value, StringComparer.Ordinal)];
}
