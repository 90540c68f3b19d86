using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Worlds;

namespace Yimen.Tests.World;

/// <summary>The whole demo world, filled once a run by the program's own seeding. Its tests only read.</summary>
public sealed class Lechang : IAsyncLifetime
{
    private readonly string directory = Directory.CreateTempSubdirectory("yimen-lechang-").FullName;
    private string? database;

    public TownHost Host { get; private set; } = null!;

    public List<string> Progress { get; } = [];

    public async ValueTask InitializeAsync()
    {
        if (Template.Cluster is not null)
        {
            database = await Template.CreateDatabase($"lechang{Environment.ProcessId}");
        }

        Host = new TownHost(directory, database, TownTime.Start());
        await Seed();
    }

    /// <returns>Whether there was anything to fill.</returns>
    public Task<bool> Seed() => Host.Services.GetRequiredService<WorldSeeding>().SeedIfEmpty("lechang", Progress.Add);

    public async Task<T> Rows<T>(Func<AppDb, Task<T>> look)
    {
        await using var db = Host.Services.GetRequiredService<CountyDirectory>().Sole!.OpenDb();
        return await look(db);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        SqliteConnection.ClearAllPools();
        await Template.Drop(directory, database);
    }
}

[CollectionDefinition(nameof(Lechang))]
public sealed class LechangCollection : ICollectionFixture<Lechang>;
