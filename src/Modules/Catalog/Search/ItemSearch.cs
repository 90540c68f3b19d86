using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Text;

namespace Yimen.Catalog.Search;

/// <summary>What the public asks the catalogue, as it stands in the address. Values that make no sense find nothing or are left out; none is refused.</summary>
public sealed record ItemSearch
{
    private const int Longest = 60;

    [FromQuery] public string? Q { get; init; }

    [FromQuery] public string? Unit { get; init; }

    [FromQuery] public string? Theme { get; init; }

    /// <summary>person or corporate.</summary>
    [FromQuery(Name = "object")] public string? For { get; init; }

    /// <summary>4 county, 5 town, 6 village.</summary>
    [FromQuery] public string? Level { get; init; }

    /// <summary>A town's 12-digit division code: what can be handed in there.</summary>
    [FromQuery] public string? Town { get; init; }

    [FromQuery] public string? Type { get; init; }

    /// <summary>1: only what can be handed in anywhere (全市通办).</summary>
    [FromQuery] public string? Cross { get; init; }

    [FromQuery] public string? Page { get; init; }

    [FromQuery] public string? Size { get; init; }

    internal string Words => Clean(Q);

    internal int? LevelAsked => Level is ['4' or '5' or '6'] ? Level[0] - '0' : null;

    internal bool? ForCorporates => For switch { "corporate" => true, "person" => false, _ => null };

    /// <summary>The cards that match, the object aside: its tabs count both sides.</summary>
    internal IQueryable<ItemCard> Cards(AppDb db, DateOnly today)
    {
        var cards = db.Set<ItemCard>().AsNoTracking();
        cards = Given(Unit) is { } unit ? cards.Where(c => c.Unit == new UnitId(unit)) : cards;
        cards = Given(Type) is { } type ? cards.Where(c => c.Type == type) : cards;
        cards = LevelAsked is { } level ? cards.Where(c => c.Level == level) : cards;
        cards = Given(Theme) is { } theme ? WithTheme(db, cards, theme) : cards;
        cards = Given(Town) is { } town ? AtTown(db, cards, town, today) : cards;
        return Cross == "1" ? Anywhere(db, cards, today) : cards;
    }

    internal IQueryable<ItemCard> OfObject(IQueryable<ItemCard> cards) => ForCorporates switch
    {
        true => cards.Where(c => c.ForCorporates),
        false => cards.Where(c => c.ForPersons),
        _ => cards,
    };

    /// <summary>Title hits before others, shorter names before longer; without words the most used first.</summary>
    internal IQueryable<ItemCard> Ordered(AppDb db, IQueryable<ItemCard> cards) => Words.Length == 0
        ? cards.OrderBy(c => c.Rank).ThenBy(c => c.BasicCode).ThenBy(c => c.ItemId)
        : from hit in TextIndex.Hits(db, CardFollower.TextKind, Words)
          join c in cards on hit.Id equals c.ItemId
          orderby hit.TitleHit descending, hit.TitleLength, c.Rank, c.ItemId
          select c;

    internal IQueryable<ItemCard> Matching(AppDb db, IQueryable<ItemCard> cards) => Words.Length == 0
        ? cards
        : from c in cards join hit in TextIndex.Hits(db, CardFollower.TextKind, Words) on c.ItemId equals hit.Id select c;

    /// <summary>全市通办: what can be handed in elsewhere on a day, at whatever level.</summary>
    internal static IQueryable<ItemCard> Anywhere(AppDb db, IQueryable<ItemCard> cards, DateOnly today)
    {
        var rows = db.CrossRegions.Where(r => r.From <= today && (r.To == null || r.To > today));
        return cards.Where(c => rows.Any(r => r.ItemId == c.ItemId));
    }

    private IQueryable<ItemCard> WithTheme(AppDb db, IQueryable<ItemCard> cards, string theme)
    {
        var themes = db.Set<ItemTheme>().Where(t => t.Theme == theme);
        themes = ForCorporates is { } corporate ? themes.Where(t => t.Corporate == corporate) : themes;
        return cards.Where(c => themes.Any(t => t.ItemId == c.ItemId));
    }

    /// <summary>What the town does itself, and what its windows and its villages' windows take in.</summary>
    private static IQueryable<ItemCard> AtTown(AppDb db, IQueryable<ItemCard> cards, string town, DateOnly today)
    {
        var prefix = (town.Length > 9 ? town[..9] : town).Replace("%", "").Replace("_", "") + "%";
        var windows = db.WindowRefs.Where(w => w.ClosedOn == null && EF.Functions.Like((string)(object)w.Area, prefix)).Select(w => w.Code);
        var bound = db.WindowBindings.Where(b => b.From <= today && (b.To == null || b.To > today) && windows.Contains(b.Window)).Select(b => b.ItemId);
        return cards.Where(c => bound.Contains(c.ItemId) || EF.Functions.Like((string)(object)c.Area, prefix));
    }

    private static string? Given(string? value) => Clean(value) is { Length: > 0 } text ? text : null;

    /// <summary>One line of at most sixty characters, without what neither database stores (NUL) nor half a character.</summary>
    private static string Clean(string? text)
    {
        var runes = (text ?? "").EnumerateRunes().Select(r => Rune.IsControl(r) || r == Rune.ReplacementChar ? new Rune(' ') : r).Take(Longest);
        return string.Concat(runes).Trim();
    }
}
