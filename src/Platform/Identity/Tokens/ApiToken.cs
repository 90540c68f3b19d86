using System.Text;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Crypto;

namespace Yimen.Platform.Identity.Tokens;

/// <summary>访问令牌 — a password for programs that act as its holder. Only its SM3 digest is kept; the token itself is shown once.</summary>
public sealed class ApiToken
{
    public const string Prefix = "ym_";

    private ApiToken()
    {
    }

    public Guid Id { get; private init; }

    public Guid AccountId { get; private init; }

    public string Digest { get; private init; } = "";

    /// <summary>What it is for, in the holder's words.</summary>
    public string Name { get; private init; } = "";

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>To the hour: a write at every call would cost more than it tells.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    public bool IsValid(DateTimeOffset now) => now < ExpiresAt;

    internal static ApiToken Of(Guid id, Guid account, string token, string name, (DateTimeOffset From, DateTimeOffset Until) period) =>
        new() { Id = id, AccountId = account, Digest = DigestOf(token), Name = name, CreatedAt = period.From, ExpiresAt = period.Until };

    internal bool WorthNoting(DateTimeOffset now) => LastUsedAt is null || now - LastUsedAt > TimeSpan.FromHours(1);

    internal void Used(DateTimeOffset now) => LastUsedAt = now;

    internal static string DigestOf(string token) => Convert.ToHexStringLower(Sm.Sm3(Encoding.UTF8.GetBytes(token)));

    internal static void Map(ModelBuilder model) => model.Entity<ApiToken>(e =>
    {
        e.ToTable("account_api_token");
        e.Property(t => t.Id).ValueGeneratedNever();
        e.Property(t => t.Digest).HasMaxLength(64);
        e.HasIndex(t => t.Digest).IsUnique();
        e.HasIndex(t => t.AccountId);
    });
}
