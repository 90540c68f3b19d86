using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Crypto;

namespace Yimen.Hotline.Open311;

/// <summary>Open311 提交 — what came with an order that was posted here, beside what every order has.</summary>
internal sealed class Open311Request
{
    public required Guid OrderId { get; init; }

    /// <summary>With whose key.</summary>
    public required Guid KeyId { get; init; }

    public required string ServiceCode { get; init; }

    /// <summary>Their description where it was too short to be an order's content by itself; null where the content is the description.</summary>
    public string? Brief { get; init; }

    /// <summary>An address by its number in somebody's register.</summary>
    public string AddressId { get; init; } = "";

    /// <summary>Links to pictures, for staff to open; nothing here ever fetches them.</summary>
    public IReadOnlyList<string> MediaUrls { get; init; } = [];

    /// <summary>Answers to what the service asks, as JSON: code, question, values, values in words.</summary>
    public string Answers { get; init; } = "[]";

    /// <summary>Which account and device the client says it was: theirs, kept for questions back.</summary>
    public Sealed Client { get; init; }

    /// <summary>SM3 over all that was posted: the same within a minute is the same.</summary>
    public required string Digest { get; init; }

    public required DateTimeOffset At { get; init; }

    public Open311Request Of(Guid order) => new()
    {
        OrderId = order, KeyId = KeyId, ServiceCode = ServiceCode, Brief = Brief, AddressId = AddressId, MediaUrls = MediaUrls, Answers = Answers, Client = Client, Digest = Digest, At = At,
    };

    public IReadOnlyList<GeoReply> Replies => JsonSerializer.Deserialize<List<GeoReply>>(Answers) ?? [];

    internal static void Map(ModelBuilder model)
    {
        model.Entity<Open311Request>(e =>
        {
            e.ToTable("hotline_open311_request").Ignore(r => r.Replies);
            e.HasKey(r => r.OrderId);
            e.Property(r => r.OrderId).ValueGeneratedNever();
            e.Property(r => r.ServiceCode).HasMaxLength(6);
            e.Property(r => r.Brief).HasMaxLength(10);
            e.Property(r => r.AddressId).HasMaxLength(200);
            e.Property(r => r.Digest).HasMaxLength(64);
            e.HasIndex(r => new { r.KeyId, r.Digest, r.At });
        });
        model.Entity<Open311Update>(e =>
        {
            e.ToTable("hotline_open311_update");
            e.Property(u => u.Id).ValueGeneratedNever();
            e.Property(u => u.UpdateId).HasMaxLength(200);
            // an update that is sent twice is one
            e.HasIndex(u => new { u.KeyId, u.OrderId, u.UpdateId }).IsUnique();
            e.HasIndex(u => u.At);
        });
    }
}

/// <summary>One answer to what a service asks.</summary>
internal sealed record GeoReply(string Code, string Question, IReadOnlyList<string> Values, string Words);

/// <summary>Open311 更新 — what a client told us later of an order that it had posted.</summary>
internal sealed class Open311Update
{
    public required Guid Id { get; init; }

    public required Guid KeyId { get; init; }

    public required Guid OrderId { get; init; }

    /// <summary>The client's own id.</summary>
    public required string UpdateId { get; init; }

    /// <summary>What they said, as they said it.</summary>
    public required string Description { get; init; }

    public IReadOnlyList<string> MediaUrls { get; init; } = [];

    /// <summary>Whether the order was closed when it came.</summary>
    public required bool Closed { get; init; }

    /// <summary>When they say it happened; null when they did not.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    public required DateTimeOffset At { get; init; }

    public Open311Update Of(Guid order, bool closed) => new()
    {
        Id = Id, KeyId = KeyId, OrderId = order, UpdateId = UpdateId, Description = Description, MediaUrls = MediaUrls, Closed = closed, ToldAt = ToldAt, At = At,
    };
}
