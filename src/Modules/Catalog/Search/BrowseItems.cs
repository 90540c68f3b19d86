using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;

namespace Yimen.Catalog.Search;

/// <summary>Doors into the catalogue for those who do not know a word for it: themes, units, towns, each with how many items stand behind it.</summary>
internal static class BrowseItems
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/themes/person", (HttpContext http, AppDb db, CancellationToken ct) => Themes(false, http, db, ct)).PublicPage().ExcludeFromDescription();
        app.MapGet("/themes/corporate", (HttpContext http, AppDb db, CancellationToken ct) => Themes(true, http, db, ct)).PublicPage().ExcludeFromDescription();
        app.MapGet("/units", Units).PublicPage().ExcludeFromDescription();
        app.MapGet("/towns", Towns).PublicPage().ExcludeFromDescription();
    }

    private static async Task<IResult> Themes(bool corporate, HttpContext http, AppDb db, CancellationToken ct)
    {
        var side = corporate ? "corporate" : "person";
        var tiles = (await db.ThemeCounts(corporate, ct)).Select(t => new BrowseTile(t.Name, Count(t.Count), Address("object", side, "theme", t.Value)));
        return Page.Of<BrowsePage>(http, new BrowseView(corporate ? "法人办事" : "个人办事", "按主题找事项。", [new("", [.. tiles])]));
    }

    private static async Task<IResult> Units(HttpContext http, AppDb db, CancellationToken ct)
    {
        var counts = await db.Set<ItemCard>().GroupBy(c => c.Unit).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var units = await db.UnitRefs.Where(u => !u.Closed).OrderBy(u => u.CreditCode).ToListAsync(ct);
        var groups = units.Where(u => counts.ContainsKey(u.Id)).GroupBy(u => u.Kind).OrderBy(g => g.Key)
            .Select(g => new BrowseGroup(Label.Of(g.Key), [.. g.Select(u => new BrowseTile(u.ShortName, Count(counts[u.Id]), Address("unit", u.Id.Value)))]));
        return Page.Of<BrowsePage>(http, new BrowseView("按部门找", "选择承办的部门或镇街。", [.. groups]));
    }

    private static async Task<IResult> Towns(HttpContext http, AppDb db, CancellationToken ct)
    {
        var today = http.Act().Today;
        var towns = await db.DivisionRefs.Where(d => d.Level == 5).OrderBy(d => d.Code).ToListAsync(ct);
        var windows = await db.WindowRefs.Where(w => w.ClosedOn == null && (w.Kind == WindowKind.Town || w.Kind == WindowKind.Village)).ToDictionaryAsync(w => w.Code, w => Town(w.Area), ct);
        var bound = await (from b in db.WindowBindings
                           where b.From <= today && (b.To == null || b.To > today)
                           join c in db.Set<ItemCard>() on b.ItemId equals c.ItemId
                           select new { b.Window, b.ItemId }).ToListAsync(ct);
        var own = await db.Set<ItemCard>().Where(c => c.Level > 4).Select(c => new { c.Area, c.ItemId }).ToListAsync(ct);
        var items = bound.Where(b => windows.ContainsKey(b.Window)).Select(b => (Town: windows[b.Window], b.ItemId)).Concat(own.Select(o => (Town: Town(o.Area), o.ItemId)))
            .Distinct().GroupBy(x => x.Town).ToDictionary(g => g.Key, g => g.Count());
        var tiles = towns.Where(t => items.ContainsKey(Town(t.Code))).Select(t => new BrowseTile(t.Name, Count(items[Town(t.Code)]), Address("town", t.Code.Value)));
        return Page.Of<BrowsePage>(http, new BrowseView("按镇街找", "这些事项在镇街、村居的窗口就能递交。", [new("", [.. tiles])]));
    }

    private static string Town(AreaCode area) => area.Value[..9];

    private static string Count(int count) => $"{count} 项";

    private static string Address(params string[] pairs) => "/items?" + string.Join('&', pairs.Chunk(2).Select(p => $"{p[0]}={Uri.EscapeDataString(p[1])}"));
}

/// <summary>A page of tiles under headings.</summary>
public sealed record BrowseView(string Title, string Lead, IReadOnlyList<BrowseGroup> Groups);

public sealed record BrowseGroup(string Title, IReadOnlyList<BrowseTile> Tiles);

public sealed record BrowseTile(string Title, string Text, string Href);
