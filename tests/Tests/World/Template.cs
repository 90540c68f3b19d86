using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Yimen.Platform.Counties;

namespace Yimen.Tests.World;

/// <summary>The small town, made once a run and cloned for each test class: a copied directory on SQLite, CREATE DATABASE … TEMPLATE on PostgreSQL.</summary>
public static class Template
{
    /// <summary>An administrator's connection string of a throw-away cluster, or null for SQLite.</summary>
    public static readonly string? Cluster = Environment.GetEnvironmentVariable("YIMEN_TEST_DB");

    private static readonly Lazy<Task<string>> Made = new(Make);
    private static readonly SemaphoreSlim Cloning = new(1, 1);
    private static int count;

    /// <summary>A fresh copy of the town: its data directory and, on PostgreSQL, its connection string.</summary>
    public static async Task<(string Directory, string? Database)> Clone()
    {
        var template = await Made.Value;
        var number = Interlocked.Increment(ref count);
        var copy = Path.Combine(Path.GetDirectoryName(template)!, $"town{number}");
        Copy(template, copy);
        if (Cluster is null)
        {
            return (copy, null);
        }

        await Cloning.WaitAsync(); // a template may not be copied twice at once
        try
        {
            await Execute($"CREATE DATABASE town{Environment.ProcessId}_{number} TEMPLATE town{Environment.ProcessId}");
        }
        finally
        {
            Cloning.Release();
        }

        return (copy, DatabaseNamed($"town{Environment.ProcessId}_{number}"));
    }

    public static async Task Drop(string directory, string? database)
    {
        if (database is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await Execute($"DROP DATABASE {new NpgsqlConnectionStringBuilder(database).Database} WITH (FORCE)");
        }

        Directory.Delete(directory, recursive: true);
    }

    /// <summary>An empty database of the cluster; its connection string.</summary>
    public static async Task<string> CreateDatabase(string name)
    {
        await Execute($"CREATE DATABASE {name}");
        return DatabaseNamed(name);
    }

    private static async Task<string> Make()
    {
        var directory = Directory.CreateTempSubdirectory("yimen-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(directory, recursive: true);
        var template = Path.Combine(directory, "template");
        string? database = null;
        if (Cluster is not null)
        {
            database = await CreateDatabase($"town{Environment.ProcessId}");
        }

        await using (var host = new TownHost(template, database, TownTime.Start()))
        {
            await host.Services.GetRequiredService<Provisioning>().AddCounty(new CountyRow { Code = "440281", Name = "乐昌市", Demo = true });
            await SmallTown.Build(host.Services);
        }

        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        return template;
    }

    private static string DatabaseNamed(string name) => new NpgsqlConnectionStringBuilder(Cluster) { Database = name, MaxPoolSize = 10 }.ConnectionString;

    private static async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(Cluster);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
