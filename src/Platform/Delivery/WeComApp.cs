using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Crypto;
using Yimen.Platform.Data;

namespace Yimen.Platform.Delivery;

/// <summary>政务微信应用 — a unit's own application in its 政务微信 (企业微信's interface, often on an address of the unit's own), through which its people are written to. Who may set it, and the journal of it, is the matter of the room that keeps it.</summary>
public sealed class WeComApp
{
    /// <summary>The unit's code.</summary>
    public required string Unit { get; init; }

    /// <summary>Scheme and host, perhaps a path; what is called stands under its <c>/cgi-bin</c>.</summary>
    public required string BaseUrl { get; set; }

    public required string CorpId { get; set; }

    public required int AgentId { get; set; }

    public required Sealed Secret { get; set; }

    internal static void Map(ModelBuilder model) => model.Entity<WeComApp>(e =>
    {
        e.ToTable("wecom_app").HasKey(a => a.Unit);
        e.Property(a => a.Unit).HasMaxLength(20);
        e.Property(a => a.BaseUrl).HasMaxLength(200);
        e.Property(a => a.CorpId).HasMaxLength(64);
    });
}

public static class WeComData
{
    extension(AppDb db)
    {
        public DbSet<WeComApp> WeComApps => db.Set<WeComApp>();
    }
}
