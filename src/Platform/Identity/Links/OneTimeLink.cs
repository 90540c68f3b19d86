using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Identity.Tokens;

namespace Yimen.Platform.Identity.Links;

/// <summary>一次性链接 — lets somebody who cannot sign in set a password, once, within a day. Only its digest is kept.</summary>
public sealed class OneTimeLink
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(24);

    private OneTimeLink()
    {
    }

    public string Digest { get; private init; } = "";

    public Guid AccountId { get; private init; }

    public DateTimeOffset Until { get; private init; }

    internal static OneTimeLink Of(string secret, Guid account, DateTimeOffset now) =>
        new() { Digest = ApiToken.DigestOf(secret), AccountId = account, Until = now + GoodFor };

    internal static void Map(ModelBuilder model) => model.Entity<OneTimeLink>(e =>
    {
        e.ToTable("account_link");
        e.HasKey(l => l.Digest);
        e.Property(l => l.Digest).HasMaxLength(64);
        e.HasIndex(l => l.AccountId);
    });
}
