using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Yimen.Platform.Crypto;
using Yimen.Platform.Data;

namespace Yimen.Platform.Counties;

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>One county as it stands in the register: a database, a folder for its files and seals, a ring of keys. The domain code below knows no other county.</summary>
public sealed class County
{
    private readonly ConcurrentDictionary<Type, IRemembered> memory = new();
    private long writes;

    /// <summary>Six digits, GB/T 2260: 440281.</summary>
    public required string Code { get; init; }

    /// <summary>The county's name as people read it: 乐昌市.</summary>
    public required string Name { get; init; }

    /// <summary>The host name that leads here, when the installation serves counties by host.</summary>
    public string? Host { get; init; }

    /// <summary>A demo world stamps 演示 on every page and document and can never become production.</summary>
    public bool Demo { get; init; }

    public required DatabaseKind Database { get; init; }

    public required string ConnectionString { get; init; }

    /// <summary>Holds <c>files/</c> and <c>seals/</c>.</summary>
    public required string Folder { get; init; }

    public required CountyKeys Keys { get; init; }

    /// <summary>Contexts that were used before: making one anew costs more than most queries.</summary>
    public required PooledDbContextFactory<AppDb> Contexts { get; init; }

    /// <summary>Open connections; null on PostgreSQL, whose driver keeps its own.</summary>
    internal KeptConnections? Connections { get; init; }

    /// <summary>Orders this process's writers on SQLite; see ruling 9 and ADR 0003.</summary>
    public WriteGate Gate { get; } = new();

    /// <summary>How often this process has written to the county: caches ask the database again when it rises.</summary>
    public long Writes => Interlocked.Read(ref writes);

    /// <summary>What is remembered under a type of its own, of the table that a kind of matter keeps.</summary>
    public Remembered<T> Memory<T>(Type matter)
        where T : class => (Remembered<T>)memory.GetOrAdd(typeof(T), _ => new Remembered<T>(matter));

    /// <summary>After a commit.</summary>
    /// <param name="kinds">Of the matters that were saved.</param>
    internal void Wrote(IReadOnlySet<Type> kinds)
    {
        Interlocked.Increment(ref writes);
        foreach (var kept in memory.Values)
        {
            kept.Heed(kinds);
        }
    }

    public AppDb OpenDb()
    {
        var db = Contexts.CreateDbContext();
        db.Of(this);
        if (Connections is not null)
        {
            db.Borrow(Connections);
        }

        return db;
    }
}
