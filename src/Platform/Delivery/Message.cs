using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Crypto;
using Yimen.Platform.Data;

namespace Yimen.Platform.Delivery;

/// <summary>站内消息 — a line in somebody's /my/messages; it is delivered when the change is committed.</summary>
public sealed class Message
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required string Subject { get; init; }
    public required Sealed Body { get; init; }
    public string? Href { get; init; }
    public string? DedupeKey { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? ReadAt { get; set; }

    internal static void Map(ModelBuilder model) => model.Entity<Message>(e =>
    {
        e.ToTable("message");
        e.Property(m => m.Id).ValueGeneratedNever();
        e.Property(m => m.Subject).HasMaxLength(200);
        e.Property(m => m.DedupeKey).HasMaxLength(120);
        e.HasIndex(m => m.DedupeKey).IsUnique();
        e.HasIndex(m => new { m.AccountId, m.ReadAt });
        e.HasIndex(m => new { m.AccountId, m.At });
    });
}

public static class MessagesData
{
    extension(AppDb db)
    {
        public IQueryable<Message> MessagesOf(Guid account) => db.Set<Message>().Where(m => m.AccountId == account);

        /// <summary>How many messages this account has not opened yet.</summary>
        public Task<int> UnreadOf(Guid account, CancellationToken ct = default) => db.MessagesOf(account).CountAsync(m => m.ReadAt == null, ct);
    }
}
