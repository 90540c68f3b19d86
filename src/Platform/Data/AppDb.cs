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

    private KeptConnections? lender;
    private AppDb? lent;

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

    /// <summary>Works on an open connection that is not its own until it is disposed.</summary>
    internal void Borrow(KeptConnections from) => (lender, lent) = (from, from.Lend(this));

    public override void Dispose()
    {
        TextChanges.Clear();
        var give = Lent();
        base.Dispose();
        give();
    }

    public override async ValueTask DisposeAsync()
    {
        TextChanges.Clear();
        var give = Lent();
        await base.DisposeAsync();
        give();
    }

    /// <summary>Gives the connection back; to be called when the context has let go of it, and may already be another's.</summary>
    private Action Lent()
    {
        var (to, owner) = (lender, lent);
        (lender, lent) = (null, null);
        return () =>
        {
            if (owner is not null)
            {
                to!.TakeBack(owner);
            }
        };
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
