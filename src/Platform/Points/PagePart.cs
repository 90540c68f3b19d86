using Yimen.Platform.Data;

namespace Yimen.Platform.Points;

/// <summary>Links that a room hands in for a page of a lower one, about the thing that the page shows (ruling 31): the questions that an item's guide is asked about.</summary>
/// <param name="Page">Which page shows it: one of <see cref="PageParts"/>.</param>
/// <param name="Order">Where it stands among the parts of the page.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Read">The links for the thing of this id on a China day; nothing is shown when there are none.</param>
public sealed record PagePart(string Page, int Order, string Title, Func<AppDb, Guid, DateOnly, CancellationToken, Task<PagePartLinks>> Read);

/// <param name="More">Where all of them stand; null when these are all.</param>
public sealed record PagePartLinks(IReadOnlyList<PagePartLink> Links, string? More = null);

/// <param name="Href">A path of ours, without the county's base.</param>
public sealed record PagePartLink(string Title, string Href);

/// <summary>The pages that take parts.</summary>
public static class PageParts
{
    /// <summary>办事指南 of an item, by the item's id. The page is kept for everybody: nothing personal, nothing that posts.</summary>
    public const string ItemGuide = "item-guide";

    /// <summary>What the parts of a page say of one thing; those that say nothing are left out.</summary>
    public static async Task<IReadOnlyList<(string Title, PagePartLinks Links)>> Of(this IEnumerable<PagePart> parts, string page, AppDb db, Guid id, DateOnly today, CancellationToken ct)
    {
        var shown = new List<(string, PagePartLinks)>();
        foreach (var part in parts.Where(p => p.Page == page).OrderBy(p => p.Order))
        {
            if (await part.Read(db, id, today, ct) is { Links.Count: > 0 } links)
            {
                shown.Add((part.Title, links));
            }
        }

        return shown;
    }
}
