using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Identity;
using Yimen.Platform.Text;

namespace Yimen.Platform.Data;

/// <summary>A county's database. Modules contribute their tables as <see cref="ModelPart"/>; writers go through <see cref="Writer"/>.</summary>
public sealed class AppDb : IdentityUserContext<Account, Guid>
{
    private readonly IServiceProvider? services;

    private County? county;
    private KeptConnections? lender;
    private AppDb? lent;

    public AppDb(DbContextOptions<AppDb> options)
        : base(options)
    {
        services = options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider;
        // a write is saved whole or not at all: nobody goes back to a savepoint, for whose sake SQLite copies every page before it changes it
        Database.AutoSavepointsEnabled = false;
    }

    /// <summary>The county's keys; null where the database is opened by itself, to be migrated or copied.</summary>
    public Crypto.CountyKeys? Keys => county?.Keys;

    /// <summary>What the county remembers under a type of its own, of the table that a kind of matter keeps.</summary>
    /// <exception cref="InvalidOperationException">The database is opened by itself.</exception>
    public Remembered<T> Memory<T>(Type matter)
        where T : class => (county ?? throw new InvalidOperationException("This database was opened without its county.")).Memory<T>(matter);

    /// <summary>Texts for the search index, written by the next save.</summary>
    internal List<TextChange> TextChanges { get; } = [];

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var again = await Followers.Follow(this, services?.GetServices<Follower>().ToList() ?? [], cancellationToken);
        if (TextChanges.Count == 0)
        {
            return await Save(again, acceptAllChangesOnSuccess, cancellationToken);
        }
        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        await WriteTexts(cancellationToken);
        var saved = await Save(again, acceptAllChangesOnSuccess, cancellationToken);
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }
        return saved;
    }

    /// <summary>Enters what waits for the search index, within the transaction that is open.</summary>
    internal async Task WriteTexts(CancellationToken ct)
    {
        var texts = TextChanges.ToList();
        TextChanges.Clear();
        foreach (var text in texts)
        {
            await TextIndex.Write(this, text, ct);
        }
    }

    /// <param name="changed">Whether what is loaded must be compared once more with what it was.</param>
    private async Task<int> Save(bool changed, bool acceptAllChangesOnSuccess, CancellationToken ct)
    {
        ChangeTracker.AutoDetectChangesEnabled = changed;
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    internal void Of(County its) => county = its;

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
