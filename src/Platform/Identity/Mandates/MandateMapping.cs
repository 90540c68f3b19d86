using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Journal;

namespace Yimen.Platform.Identity.Mandates;

internal static class MandateMapping
{
    internal static void Map(ModelBuilder model)
    {
        model.Entity<Organisation>(e =>
        {
            e.ToTable("organisation");
            e.HasTrail();
            e.Property(o => o.Id).ValueGeneratedNever();
            e.Property(o => o.CreditCode).HasMaxLength(18);
            e.Property(o => o.State).HasConversion<string>().HasMaxLength(20);
            e.HasIndex(o => o.CreditCode).IsUnique().HasFilter("state <> 'Closed'");
            e.HasIndex(o => o.RepresentativeId);
        });
        model.Entity<Mandate>(e =>
        {
            e.ToTable("mandate");
            e.HasTrail();
            e.Property(m => m.Id).ValueGeneratedNever();
            e.Property(m => m.Scope).HasConversion<string>().HasMaxLength(20);
            e.Property(m => m.State).HasConversion<string>().HasMaxLength(20);
            e.HasIndex(m => new { m.AgentId, m.State });
            e.HasIndex(m => m.OrganisationId);
            e.HasIndex(m => m.PrincipalIndex);
        });
    }
}
