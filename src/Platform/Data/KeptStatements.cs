using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Yimen.Platform.Data;

/// <summary>
/// Keeps what SQLite made of a statement for the next time the same text runs on the same connection: to prepare what EF writes takes a quarter of a page's
/// time. PostgreSQL's driver does the same by itself.
/// </summary>
internal sealed class KeptStatements : DbCommandInterceptor
{
    public static readonly KeptStatements Instance = new();

    private readonly ConditionalWeakTable<DbConnection, Shelf> shelves = [];

    /// <summary>Before a connection is closed: its statements end with it.</summary>
    public void Forget(DbConnection connection) => shelves.Remove(connection);

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        command is SqliteCommand { Connection: { } connection } asked && shelves.GetOrCreateValue(connection).Read(asked) is { } reader ? InterceptionResult<DbDataReader>.SuppressWithResult(reader) : result;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        new(ReaderExecuting(command, eventData, result));

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) =>
        command is SqliteCommand { Connection: { } connection } asked && shelves.GetOrCreateValue(connection).Do(asked) is { } rows ? InterceptionResult<int>.SuppressWithResult(rows) : result;

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        new(NonQueryExecuting(command, eventData, result));

    /// <summary>The statements of one connection, which one context uses at a time.</summary>
    private sealed class Shelf
    {
        private const int Most = 150;
        private const int Longest = 20_000;

        // a text seen once has nothing kept yet
        private readonly Dictionary<string, Kept?> kept = [];

        /// <summary>The answer by a kept statement; null the first time, when a text is too long, or while an earlier answer to it is still being read.</summary>
        public SqliteDataReader? Read(SqliteCommand asked) => For(asked)?.Read(asked);

        /// <summary>The rows touched by a kept statement; null as above.</summary>
        public int? Do(SqliteCommand asked)
        {
            var done = Read(asked);
            done?.Dispose();
            return done?.RecordsAffected;
        }

        private Kept? For(SqliteCommand asked)
        {
            if (asked.CommandText.Length > Longest)
            {
                return null;
            }

            if (!kept.TryGetValue(asked.CommandText, out var found))
            {
                MakeRoom();
                kept[asked.CommandText] = null;
                return null;
            }

            return found ?? (kept[asked.CommandText] = new(new SqliteCommand(asked.CommandText, asked.Connection)));
        }

        private void MakeRoom()
        {
            if (kept.Count >= Most)
            {
                kept.Values.Where(k => k is { IsBusy: false }).ToList().ForEach(k => k!.Dispose());
                kept.Clear();
            }
        }
    }

    private sealed class Kept(SqliteCommand command) : IDisposable
    {
        private SqliteDataReader? answer;

        public bool IsBusy => answer is { IsClosed: false };

        public SqliteDataReader? Read(SqliteCommand asked)
        {
            if (IsBusy)
            {
                return null;
            }

            command.Parameters.Clear();
            foreach (SqliteParameter parameter in asked.Parameters)
            {
                command.Parameters.Add(parameter);
            }

            (command.Transaction, command.CommandTimeout) = (asked.Transaction, asked.CommandTimeout);
            command.Prepare();
            return answer = command.ExecuteReader();
        }

        public void Dispose() => command.Dispose();
    }
}
