using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yimen.Platform.Journal;

namespace Yimen.Platform.Identity;

internal static class IdentityMapping
{
    internal static void Map(ModelBuilder model)
    {
        model.Entity<Account>(MapAccount);
        Tokens.ApiToken.Map(model);
        Links.OneTimeLink.Map(model);
        Mandates.MandateMapping.Map(model);
        model.Entity<IdentityUserClaim<Guid>>().ToTable("account_claim");
        model.Entity<IdentityUserLogin<Guid>>().ToTable("account_login");
        model.Entity<IdentityUserToken<Guid>>().ToTable("account_token");
        model.Entity<Grant>(e =>
        {
            e.ToTable("account_grant");
            e.HasKey(g => new { g.AccountId, g.Role, g.UnitCode, g.Area });
            e.Ignore(g => g.Scope);
        });
    }

    private static void MapAccount(EntityTypeBuilder<Account> e)
    {
        e.ToTable("account");
        e.HasTrail();
        e.Ignore(a => a.AsActor);
        e.Property(a => a.Id).ValueGeneratedNever();
        e.Property(a => a.Kind).HasConversion<string>().HasMaxLength(20);
        e.Property(a => a.State).HasConversion<string>().HasMaxLength(20);
        // the trail's count is the concurrency token; Identity's own would never be renewed here
        e.Property(a => a.ConcurrencyStamp).IsConcurrencyToken(false);
        e.HasIndex(a => a.ResidentIndex).IsUnique();
        e.HasIndex(a => a.MobileIndex);
        e.Property(a => a.UserName).IsRequired();
        e.HasMany(a => a.Grants).WithOne().HasForeignKey(g => g.AccountId);
        e.Navigation(a => a.Grants).UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }
}
