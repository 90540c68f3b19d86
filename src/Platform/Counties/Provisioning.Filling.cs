using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Yimen.Kernel;

namespace Yimen.Platform.Counties;

/// <summary>The way of a new county from an empty database to the register's full member.</summary>
public sealed partial class Provisioning
{
    private static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(2);

    /// <summary>Enters a county that nobody can reach yet and makes its database.</summary>
    internal async Task<County> Begin(CountyRow row, CancellationToken ct)
    {
        await using (var house = installation.OpenHouse())
        {
            house.Counties.Add(row);
            await house.SaveChangesAsync(ct);
        }

        var county = installation.Open(row);
        await MigrateCounty(county, ct);
        return county;
    }

    /// <summary>Lets people in: the county is filled.</summary>
    internal async Task Finish(string code, CancellationToken ct)
    {
        await using (var house = installation.OpenHouse())
        {
            var row = await house.Counties.SingleAsync(c => c.Code == code, ct);
            row.Filling = null;
            await house.SaveChangesAsync(ct);
        }

        await counties.Load(ct);
    }

    /// <summary>Throws away a county whose filling never finished; one that people could reach is refused.</summary>
    internal async Task Discard(string code, CancellationToken ct)
    {
        await using var house = installation.OpenHouse();
        var row = await house.Counties.SingleAsync(c => c.Code == code && c.Filling != null, ct);
        if (installation.Database == DatabaseKind.Postgres)
        {
            await ExecuteOnServer($"DROP SCHEMA IF EXISTS {Installation.SchemaOf(code)} CASCADE", ct);
        }
        else
        {
            SqliteConnection.ClearAllPools();
            Array.ForEach(["", "-wal", "-shm"], end => File.Delete(Path.Combine(installation.FolderOf(code), "county.db" + end)));
        }

        house.Counties.Remove(row);
        await house.SaveChangesAsync(ct);
    }

    /// <summary>Keeps other processes on this data directory out of one kind of work until disposed; waits for them at most two minutes.</summary>
    /// <exception cref="IOException">Another process holds it still.</exception>
    internal async Task<FileStream> Hold(string work, CancellationToken ct)
    {
        Directory.CreateDirectory(installation.DataDirectory);
        var file = Path.Combine(installation.DataDirectory, work + ".lock");
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(200))
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < LongestHold)
            {
                await Task.Delay(200, ct);
            }
        }
    }

    /// <summary>
    /// Keeps a second server off this directory while the first serves. On SQLite one process orders the writers and remembers what it read: two would overtake each other
    /// and show what is old. On PostgreSQL several servers are meant to stand over one database.
    /// </summary>
    /// <returns>To be held as long as the server runs; a killed process lets go of it by itself.</returns>
    /// <exception cref="RuleViolation"><c>served</c>.</exception>
    public IDisposable? Serve()
    {
        if (installation.Database == DatabaseKind.Postgres)
        {
            return null;
        }

        Directory.CreateDirectory(installation.DataDirectory);
        try
        {
            return new FileStream(Path.Combine(installation.DataDirectory, "serving.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new RuleViolation("served", $"另一个一门正在使用数据目录 {installation.DataDirectory}。请先停下它，或用 --data 换一个目录；要几个服务器同时运行，请改用 PostgreSQL（YIMEN_DB）。");
        }
    }

    private async Task ExecuteOnServer(string sql, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(installation.ConnectionStringOf(null));
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
