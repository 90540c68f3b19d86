using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Yimen.Platform.Data;

/// <summary>
/// A county's open SQLite connections, lent to one context at a time, with the statements prepared on them (<see cref="KeptStatements"/>): to open one sets its
/// pragma and enters EF's three dozen functions, which costs as much as a small query. What Npgsql's pool does for PostgreSQL.
/// </summary>
/// <param name="options">Of the county's contexts.</param>
internal sealed class KeptConnections(DbContextOptions<AppDb> options) : IDisposable
{
    private const int MostIdle = 16;

    // SQLite's own 2 MB do not hold the index of a hundred thousand rows: to count a list read it from the file each time
    private const int CacheKilobytes = 8_000;

    // EF enters its functions only into connections that it made: each stays with the context that made it
    private readonly ConcurrentBag<AppDb> idle = [];

    // the writers', who come one at a time: the pages that it has read stay good while nobody else writes, which they do not on a connection that others overtook
    private AppDb? writers;

    private readonly string file = new SqliteConnectionStringBuilder(RelationalOptionsExtension.Extract(options).ConnectionString).DataSource;

    /// <summary>Lends an open connection.</summary>
    /// <returns>Its owner, to be given back; null when the file is gone: then the context opens for itself, and fails where everybody looks for it.</returns>
    public AppDb? Lend(AppDb to)
    {
        if (!File.Exists(file))
        {
            Dispose(); // an open file outlives its name
            return null;
        }

        var owner = idle.TryTake(out var kept) ? kept : Open();
        to.Database.SetDbConnection(Of(owner));
        return owner;
    }

    /// <summary>Lends the writers' connection to who has come through the gate, until it is disposed.</summary>
    /// <returns>Null when the file is gone.</returns>
    public IDisposable? Seat(AppDb to)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        var own = Of(to);
        to.Database.SetDbConnection(Of(writers ??= Open()));
        return new Seated(() => to.Database.SetDbConnection(own));
    }

    public void TakeBack(AppDb owner)
    {
        if (idle.Count < MostIdle)
        {
            idle.Add(owner);
        }
        else
        {
            Close(owner);
        }
    }

    /// <summary>Closes all that are not lent.</summary>
    public void Dispose()
    {
        while (idle.TryTake(out var owner))
        {
            Close(owner);
        }

        if (Interlocked.Exchange(ref writers, null) is { } last)
        {
            Close(last);
        }
    }

    private AppDb Open()
    {
        var owner = new AppDb(options);
        owner.Database.OpenConnection();
        using var room = Of(owner).CreateCommand();
        room.CommandText = $"PRAGMA cache_size=-{CacheKilobytes}";
        room.ExecuteNonQuery();
        return owner;
    }

    private static void Close(AppDb owner)
    {
        KeptStatements.Instance.Forget(Of(owner));
        owner.Dispose();
    }

    private sealed class Seated(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }

    private static DbConnection Of(AppDb owner) => owner.Database.GetDbConnection();
}
