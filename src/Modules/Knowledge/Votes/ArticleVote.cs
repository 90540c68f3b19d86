using Microsoft.EntityFrameworkCore;

namespace Yimen.Knowledge.Votes;

/// <summary>评价 — somebody found an answer useful, or not. Who it was is not kept.</summary>
internal sealed class ArticleVote
{
    public long Id { get; private init; }

    public required Guid ArticleId { get; init; }

    public required int VersionNumber { get; init; }

    public required bool Useful { get; init; }

    public required DateOnly On { get; init; }

    internal static void Map(ModelBuilder model) => model.Entity<ArticleVote>(e =>
    {
        e.ToTable("knowledge_vote");
        e.HasIndex(v => new { v.ArticleId, v.Useful });
        e.HasIndex(v => v.On);
    });
}
