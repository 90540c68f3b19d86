using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;

namespace Yimen.Catalog.Contracts;

/// <summary>That an item was published anew, suspended, resumed or cancelled: what the public may do with it changed. A reading of the journal, for rooms that consume it.</summary>
public sealed class ItemChange
{
    public required Guid ItemId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>发布, 暂停, 恢复, 取消.</summary>
    public required string What { get; init; }
}

public static class CatalogChanges
{
    private static readonly string[] Verbs = [.. Enum.GetValues<ItemVerb>().Select(v => Label.Of(v))];

    extension(AppDb db)
    {
        public IQueryable<ItemChange> ItemChanges =>
            db.Set<JournalEntry>().Where(j => j.Kind == "item" && Verbs.Contains(j.Verb)).Select(j => new ItemChange { ItemId = j.MatterId, At = j.At, What = j.Verb });
    }
}
