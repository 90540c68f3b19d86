using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Search;

/// <summary>找事项 — the public's way into the catalogue: by words, by theme, by unit, by level, by town.</summary>
internal static class SearchItems
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/items", Show).PublicPage().ExcludeFromDescription();
        app.MapGet("/api/v1/public/items", Answer).AllowAnonymous().WithTags("public").WithName("searchItems").WithSummary("搜索政务服务事项");
    }

    private static async Task<IResult> Show([AsParameters] ItemSearch search, HttpContext http, AppDb db, CancellationToken ct)
    {
        var today = http.Act().Today;
        var cards = search.Cards(db, today);
        var facets = await ItemFacets.Read(db, search, cards, ct);
        var paging = Paging.Of(search.Page, search.Size, facets.Total);
        var found = await Rows(db, search.Ordered(db, search.OfObject(cards)), paging, ct);
        var near = facets.Total == 0 && search.Words.Length > 0 ? await NearMatches.Find(db, search.Words, ct) : [];
        return Page.Of<ItemSearchPage>(http, new ItemSearchView(search, found, paging, facets, near, await Chips(db, search, ct)));
    }

    private static async Task<Ok<ItemsFound>> Answer([AsParameters] ItemSearch search, HttpContext http, AppDb db, CancellationToken ct)
    {
        var cards = search.OfObject(search.Cards(db, http.Act().Today));
        var paging = Paging.Of(search.Page, search.Size, await search.Matching(db, cards).CountAsync(ct));
        return TypedResults.Ok(new ItemsFound(paging.Total, paging.Page, paging.Size, await Rows(db, search.Ordered(db, cards), paging, ct)));
    }

    private static Task<List<ItemLine>> Rows(AppDb db, IQueryable<ItemCard> ordered, Paging paging, CancellationToken ct) =>
        ItemLines.Of(db, ordered.Skip(paging.Skip).Take(paging.Size)).ToListAsync(ct);

    private static async Task<List<FilterChip>> Chips(AppDb db, ItemSearch search, CancellationToken ct)
    {
        var chips = new List<FilterChip>();
        void Add(string name, string? value, string label) => chips.AddRange(string.IsNullOrWhiteSpace(value) ? [] : [new FilterChip(label, name)]);
        Add("q", search.Words, $"“{search.Words}”");
        Add("theme", search.Theme, $"主题：{search.Theme}");
        Add("unit", search.Unit, string.IsNullOrWhiteSpace(search.Unit) ? "" : "部门：" + await NameOfUnit(db, search.Unit, ct));
        Add("level", search.LevelAsked is null ? null : search.Level, search.LevelAsked is { } level ? $"层级：{Words.LevelOf(level)}" : "");
        Add("type", search.Type, $"类型：{Words.TypeOf(search.Type ?? "")}");
        Add("town", search.Town, string.IsNullOrWhiteSpace(search.Town) ? "" : "镇街：" + await NameOfTown(db, search.Town, ct));
        Add("cross", search.Cross == "1" ? "1" : null, "全市通办");
        return chips;
    }

    private static async Task<string> NameOfUnit(AppDb db, string unit, CancellationToken ct) =>
        await db.UnitRefs.Where(u => u.Id == new UnitId(unit)).Select(u => u.ShortName).FirstOrDefaultAsync(ct) ?? unit;

    private static async Task<string> NameOfTown(AppDb db, string town, CancellationToken ct) =>
        await db.DivisionRefs.Where(d => d.Code == new AreaCode(town)).Select(d => d.Name).FirstOrDefaultAsync(ct) ?? town;
}
