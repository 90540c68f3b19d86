using Microsoft.EntityFrameworkCore;

namespace Yimen.Platform.Data;

/// <summary>That a request was carried out, and what it answered: a double click or a retry finds this instead of doing it again.</summary>
public sealed class RequestReceipt
{
    public required string Key { get; init; }

    public required Guid AccountId { get; init; }

    public required string Answer { get; init; }

    public required DateTimeOffset At { get; init; }

    internal static void Map(ModelBuilder model) => model.Entity<RequestReceipt>(e =>
    {
        e.ToTable("request_receipt");
        e.HasKey(r => new { r.AccountId, r.Key });
        e.Property(r => r.Key).HasMaxLength(80);
        e.HasIndex(r => r.At);
    });
}
