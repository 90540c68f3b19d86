using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Crypto;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;

namespace Yimen.Cases.Amendments;

/// <summary>What the case should say, in clear: typed, and sealed while it waits.</summary>
public sealed record AmendInput
{
    public string Name { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Address { get; init; } = "";

    public string Agent { get; init; } = "";

    public string Request { get; init; } = "";

    internal static AmendInput Of(Case c, CountyKeys keys) => new()
    {
        Name = c.Applicant.Name, Phone = keys.Open(c.Applicant.Phone) ?? "", Address = c.Applicant.Address, Agent = c.Applicant.Agent, Request = c.Request,
    };

    internal Sealed Sealed(CountyKeys keys) => keys.Seal(JsonSerializer.Serialize(this));

    internal static AmendInput Open(Sealed content, CountyKeys keys) => JsonSerializer.Deserialize<AmendInput>(keys.Open(content) ?? "{}")!;

    internal Amended Against(Case c, CountyKeys keys) =>
        new(Name, keys.Seal(Phone), keys.IndexOf(Phone), Address, Agent, Request, (keys.Open(c.Applicant.Phone) ?? "", Phone));
}

internal static class AmendmentData
{
    extension(AppDb db)
    {
        public DbSet<AmendmentRequest> Amendments => db.Set<AmendmentRequest>();
    }

    public static void Map(ModelBuilder model) => model.Entity<AmendmentRequest>(e =>
    {
        e.ToTable("cases_amendment");
        e.Property(a => a.Id).ValueGeneratedNever();
        e.Property(a => a.CaseNumber).HasMaxLength(40);
        e.Ignore(a => a.Href);
        e.HasTrail();
        e.HasIndex(a => new { a.CaseId, a.State });
        e.HasIndex(a => new { a.State, a.AskedAt });
    });
}
