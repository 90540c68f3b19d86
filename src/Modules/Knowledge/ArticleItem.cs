namespace Yimen.Knowledge;

/// <summary>关联事项 — an item of the catalogue that the published answer speaks of.</summary>
internal sealed record ArticleItem(Guid ArticleId, Guid ItemId);
