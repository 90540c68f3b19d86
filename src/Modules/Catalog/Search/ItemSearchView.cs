using Yimen.Catalog.Contracts;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Search;

/// <summary>The list of found items with the ways to narrow it; <paramref name="Near"/> stands in where nothing was found.</summary>
public sealed record ItemSearchView(
    ItemSearch Search, IReadOnlyList<ItemLine> Found, Paging Paging, ItemFacets Facets, IReadOnlyList<ItemLine> Near, IReadOnlyList<FilterChip> Chips)
{
    internal string Title => Search.Words.Length > 0 ? $"“{Search.Words}”的搜索结果" : Search.Theme is { Length: > 0 } theme ? theme : Search.Cross == "1" ? "全市通办事项" : "办事指南";
}
