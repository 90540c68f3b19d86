using Microsoft.EntityFrameworkCore;

namespace Yimen.Knowledge.Use;

/// <summary>未答问题 — what was searched for on a day and found no answer, and how often. Nobody stands in it: no account, no address, no long number.</summary>
internal sealed class UnansweredQuestion
{
    public long Id { get; private init; }

    public required string Text { get; init; }

    public required DateOnly On { get; init; }

    public required int Count { get; init; }

    internal static void Map(ModelBuilder model) => model.Entity<UnansweredQuestion>(e =>
    {
        e.ToTable("knowledge_unanswered");
        e.Property(q => q.Text).HasMaxLength(60);
        e.HasIndex(q => new { q.On, q.Text });
    });
}
