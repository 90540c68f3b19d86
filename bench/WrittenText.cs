using System.Data.Common;

namespace Yimen.Bench;

/// <summary>What one act of ours entered into the full-text index; the twin enters the same again for another matter.</summary>
/// <param name="Row">Of <c>text_entry</c>.</param>
/// <param name="Title">Its words as the index takes them; on PostgreSQL the whole vector, of which the body is a part.</param>
internal sealed record WrittenText(Dictionary<string, object?> Row, string Title, string Body)
{
    /// <summary>Null where the act entered none.</summary>
    public static async Task<WrittenText?> Of(Engine db, string matter)
    {
        var columns = db.IsSqlite ? "kind, title_length" : "kind, title_length, words::text AS words";
        if ((await db.Query($"SELECT {columns} FROM text_entry WHERE id = {Crowd.Id(db, matter)}")).FirstOrDefault() is not { } row)
        {
            return null;
        }

        async Task<string> Words(string column) => string.Join(' ', await NameIndex.Tokens(db, matter, (string)row["kind"]!, column));
        return db.IsSqlite ? new(row, await Words("title"), await Words("body")) : new(row, (string)row["words"]!, "");
    }

    public async Task Write(DbConnection connection, DbTransaction transaction, Guid matter, bool sqlite)
    {
        object?[] entry = [Row["kind"], Engine.Key(matter, sqlite), Row["title_length"]];
        if (!sqlite)
        {
            await Do("INSERT INTO text_entry (kind, id, title_length, words) VALUES (@p0, @p1, @p2, @p3::tsvector)", [.. entry, Title]);
            return;
        }

        await Do("INSERT INTO text_entry (kind, id, title_length) VALUES (@p0, @p1, @p2)", entry);
        await Do("INSERT INTO text_search (rowid, title, body) VALUES (last_insert_rowid(), @p0, @p1)", [Title, Body]);

        async Task Do(string sql, object?[] values)
        {
            await using var command = Engine.Command(connection, sql, values, transaction);
            await command.ExecuteNonQueryAsync();
        }
    }
}
