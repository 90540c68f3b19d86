using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;

namespace Yimen.Cases.Approval;

/// <summary>常用意见 — a phrase of one's own; nobody else sees it.</summary>
internal sealed class OpinionPhrase
{
    public const int Most = 30;

    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }

    internal static void Map(ModelBuilder model) => model.Entity<OpinionPhrase>(e =>
    {
        e.ToTable("cases_opinion_phrase");
        e.Property(p => p.Id).ValueGeneratedNever();
        e.Property(p => p.Text).HasMaxLength(500);
        e.HasIndex(p => p.AccountId);
    });
}

internal static class OpinionPhrases
{
    extension(AppDb db)
    {
        /// <summary>The phrases of an account, the oldest first: their digits stay the same.</summary>
        public IQueryable<OpinionPhrase> PhrasesOf(Guid account) => db.Set<OpinionPhrase>().Where(p => p.AccountId == account).OrderBy(p => p.At).ThenBy(p => p.Id);
    }
}
