using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Yimen.Platform.Identity;

internal static class IdentityMapping
{
    internal static void Map(ModelBuilder model)
    {
        model.Entity<Account>(e =>
        {
            e.ToTable("account");
            e.Property(a => a.Id).ValueGeneratedNever();
            e.HasIndex(a => a.ResidentIndex);
        });
        model.Entity<IdentityUserClaim<Guid>>().ToTable("account_claim");
        model.Entity<IdentityUserLogin<Guid>>().ToTable("account_login");
        model.Entity<IdentityUserToken<Guid>>().ToTable("account_token");
        model.Entity<Grant>(e =>
        {
            e.ToTable("account_grant");
            e.HasKey(g => new { g.AccountId, g.Role, g.UnitCode, g.Area });
        });
    }
}
