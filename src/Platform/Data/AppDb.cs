using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Identity;

namespace Yimen.Platform.Data;

/// <summary>A county's database. Modules contribute their tables as <see cref="ModelPart"/>; writers go through <see cref="Writer"/>.</summary>
public sealed class AppDb(DbContextOptions<AppDb> options) : IdentityUserContext<Account, Guid>(options)
{
    private readonly IServiceProvider? services = options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var part in services?.GetServices<ModelPart>() ?? [])
        {
            part.Map(builder);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        if (Database.IsSqlite())
        {
            // SQLite has no instants: milliseconds since 1970, so that ranges compare as numbers
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantAsMilliseconds>();
        }

        configurationBuilder.Properties<UnitId>().HaveConversion<UnitIdAsText>().HaveMaxLength(40);
        configurationBuilder.Properties<AreaCode>().HaveConversion<AreaCodeAsText>().HaveMaxLength(12);
        configurationBuilder.Properties<Crypto.Sealed>().HaveConversion<SealedAsText>();
    }
}
