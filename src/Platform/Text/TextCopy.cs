using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Yimen.Platform.Data;

namespace Yimen.Platform.Text;

/// <summary>Carries the search index from one database to another, token by token: no text is read again, so nothing can be cut differently.</summary>
internal static class TextCopy
{
    /// <summary>Copies within the transactions that both contexts have open; the number of texts.</summary>
    public static async Task<long> Run(AppDb source, AppDb target, CancellationToken ct)
    {
        var copied = 0L;
        await foreach (var text in All(source, ct))
        {
            await TextIndex.Write(target, text, ct);
            copied++;
        }
        return copied;
    }

    private static async IAsyncEnumerable<IndexedText> All(AppDb db, [EnumeratorCancellation] CancellationToken ct)
    {
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync(SqliteText.Spread, ct);
        }
        await using (var command = Reading(db))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            Gathering? current = null;
            while (await reader.ReadAsync(ct))
            {
                var (kind, id) = (reader.GetString(0), reader.GetGuid(1));
                if (current is not null && (current.Kind, current.Id) != (kind, id))
                {
                    yield return current.Text();
                    current = null;
                }
                current ??= new(kind, id, reader.GetInt32(2));
                current.Take(reader);
            }
            if (current is not null)
            {
                yield return current.Text();
            }
        }
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync(SqliteText.Gather, ct);
        }
    }

    private static DbCommand Reading(AppDb db)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = db.Database.IsSqlite() ? SqliteText.All : PostgresText.All;
        command.CommandTimeout = 0; // as long as it takes
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    /// <summary>One text while its tokens arrive, the title's first, each part in order.</summary>
    private sealed class Gathering(string kind, Guid id, int titleLength)
    {
        private readonly List<string> title = [];
        private readonly List<string> body = [];

        public string Kind => kind;

        public Guid Id => id;

        public void Take(DbDataReader row)
        {
            if (row.IsDBNull(3))
            {
                return; // a text without a letter or digit
            }
            var (term, inBody, place) = (row.GetString(3), Convert.ToBoolean(row.GetValue(4)), row.GetInt32(5));
            // PostgreSQL numbers the body on from the title, SQLite begins anew
            var at = inBody && row is Npgsql.NpgsqlDataReader ? place - title.Count : place;
            var part = inBody ? body : title;
            while (part.Count < at)
            {
                part.Add(Tokens.Filler); // a place whose token PostgreSQL no longer keeps
            }
            part.Add(term);
        }

        public IndexedText Text() => new(kind, id, titleLength, title, body);
    }
}
