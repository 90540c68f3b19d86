using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;

namespace Yimen.Knowledge.Use;

internal enum UseKind
{
    [Label("浏览")] Read = 1,
    [Label("用于答复")] Answer = 2,
}

/// <summary>使用 — that an entry was read so often on a day, or given as the answer of one matter. Facts only ever added; what is hot is their sum, and no counter is written with the entry.</summary>
internal sealed class ArticleUse
{
    public long Id { get; private init; }

    public required Guid ArticleId { get; init; }

    public required UseKind Kind { get; init; }

    public required DateOnly On { get; init; }

    public required int Count { get; init; }

    /// <summary>The matter that was answered; null for reading.</summary>
    public string? Matter { get; init; }

    public Guid? MatterId { get; init; }

    internal static void Map(ModelBuilder model) => model.Entity<ArticleUse>(e =>
    {
        e.ToTable("knowledge_use");
        e.Property(u => u.Matter).HasMaxLength(40);
        e.HasIndex(u => new { u.ArticleId, u.On });
        e.HasIndex(u => new { u.On, u.Kind });
        // one matter is answered from an entry once, however often that is told
        e.HasIndex(u => new { u.MatterId, u.ArticleId }).IsUnique();
    });
}
