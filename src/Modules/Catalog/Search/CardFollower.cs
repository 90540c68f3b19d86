using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Text;

namespace Yimen.Catalog.Search;

/// <summary>Keeps an item's card, themes and search text equal to what the public may see of it, in the transaction that changes the item.</summary>
internal static class CardFollower
{
    public const string TextKind = "item";

    public static async Task Follow(AppDb db, Item item, CancellationToken ct)
    {
        await CatalogueStamp.Set(db, item, ct);
        var isNew = db.Entry(item).State == EntityState.Added;
        var card = isNew ? null : await db.Set<ItemCard>().FindAsync([item.Id], ct);
        var themes = isNew ? [] : await db.Set<ItemTheme>().Where(t => t.ItemId == item.Id).ToListAsync(ct);
        if (item.Current is not { } current || item.State is not (ItemState.InForce or ItemState.Suspended))
        {
            Withdraw(db, item.Id, card, themes);
            return;
        }

        var version = item.Published ?? await db.Set<ItemVersion>().FirstAsync(v => v.Id == current, ct);
        Fill(card ?? db.Add(New(item)).Entity, item, version);
        var wanted = ThemesOf(item.Id, version.Content).ToHashSet();
        db.RemoveRange(themes.Where(t => !wanted.Remove(t)));
        db.AddRange(wanted);
        TextIndex.Put(db, TextKind, item.Id, version.Name, await Body(db, item, version, ct));
    }

    private static void Withdraw(AppDb db, Guid id, ItemCard? card, List<ItemTheme> themes)
    {
        if (card is not null)
        {
            db.Remove(card);
            db.RemoveRange(themes);
            TextIndex.Remove(db, TextKind, id);
        }
    }

    private static ItemCard New(Item item) => new()
    {
        ItemId = item.Id, Code = item.HandlingCode, BasicCode = item.BasicCode, Type = item.Type, Unit = item.Unit, Level = item.Level, Area = item.Area,
    };

    private static void Fill(ItemCard card, Item item, ItemVersion version)
    {
        var content = version.Content;
        (card.Name, card.State, card.Rank) = (version.Name, item.State, item.HotRank ?? ItemCard.Unranked);
        (card.ProjectType, card.HandledIn, card.Online, card.Visits) = (version.ProjectType, version.HandledIn, version.Online, content.Visits);
        (card.PromisedDays, card.PromisedKind) = (content.Promised?.Days, content.Promised?.Kind ?? default);
        card.ForPersons = content.ServiceObjects.Count == 0 || content.ServiceObjects.Contains("自然人");
        card.ForCorporates = content.ServiceObjects.Any(o => o != "自然人");
    }

    private static IEnumerable<ItemTheme> ThemesOf(Guid id, ItemContent content) =>
        content.PersonThemes.Select(t => new ItemTheme(false, t, id)).Concat(content.CorporateThemes.Select(t => new ItemTheme(true, t, id)));

    // what people type who do not know the item's name: the paper they want, whose office it is, its code
    private static async Task<string> Body(AppDb db, Item item, ItemVersion version, CancellationToken ct)
    {
        var unit = await db.UnitRefs.Where(u => u.Id == item.Unit).Select(u => u.Name + " " + u.ShortName).FirstOrDefaultAsync(ct);
        var content = version.Content;
        return string.Join('\n', [.. content.Outcomes.Select(o => o.Name), .. content.PersonThemes, .. content.CorporateThemes, unit ?? "", Words.TypeOf(item.Type), item.BasicCode, item.HandlingCode]);
    }
}
