using System.Data;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Platform.Text;

namespace Yimen.Platform.Data;

/// <summary>A county's database. Modules contribute their tables as <see cref="ModelPart"/>; writers go through <see cref="Writer"/>.</summary>
public sealed class AppDb(DbContextOptions<AppDb> options) : IdentityUserContext<Account, Guid>(options)
{
    private readonly IServiceProvider? services = options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider;

    /// <summary>The county's keys; null where the database is opened by itself, to be migrated or copied.</summary>
    public Crypto.CountyKeys? Keys { get; internal set; }

    /// <summary>Texts for the search index, written by the next save.</summary>
    internal List<TextChange> TextChanges { get; } = [];

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        await Followers.Follow(this, services?.GetServices<Follower>() ?? [], cancellationToken);
        if (TextChanges.Count == 0)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        var texts = TextChanges.ToList();
        TextChanges.Clear();
        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        foreach (var text in texts)
        {
            await TextIndex.Write(this, text, cancellationToken);
        }
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }
        return saved;
    }

    public override void Dispose()
    {
        GiveBack();
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        GiveBack();
        return base.DisposeAsync();
    }

    /// <summary>The next to use this context finds it as new.</summary>
    private void GiveBack()
    {
        TextChanges.Clear();
        if (Database.IsSqlite() && Database.GetDbConnection() is { State: ConnectionState.Open } held)
        {
            held.Close();
        }
    }

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
