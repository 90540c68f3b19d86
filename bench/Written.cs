using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Yimen.Bench;

/// <summary>The rows that one act of ours was seen to write; the twin writes the same again for another case, with raw commands.</summary>
/// <param name="text">Its words in the index.</param>
internal sealed class Written(string template, IReadOnlyList<(string Table, Dictionary<string, object?> Row)> rows, WrittenText? text)
{
    // what must differ from row to row
    private static readonly HashSet<string> Keys = ["id", "key", "code", "number", "dedupe_key"];

    // whole numbers that the database gives
    private static readonly HashSet<string> Given = ["id", "position"];

    // a document's place in its series, past any that is there
    private long sequence = 1_000_000;

    /// <summary>Only those rows, without the words.</summary>
    public Written Where(Func<string, Dictionary<string, object?>, bool> wanted) => new(template, [.. rows.Where(r => wanted(r.Table, r.Row))], null);

    public Written First() => new(template, [.. rows.Take(1)], null);

    /// <summary>All rows that speak of <paramref name="matter"/>, less as many of each table as speak of <paramref name="before"/> (the same case one act earlier).</summary>
    public static async Task<Written> Of(Engine db, string matter, string? before, string root = "cases_case")
    {
        var rows = new List<(string, Dictionary<string, object?>)>();
        foreach (var (table, column) in await Tables(db, root))
        {
            var of = await db.Query($"SELECT * FROM {table} WHERE {column} = {Crowd.Id(db, matter)} ORDER BY 1");
            var earlier = before is null ? 0 : (await db.Query($"SELECT 1 AS one FROM {table} WHERE {column} = {Crowd.Id(db, before)}")).Count;
            rows.AddRange(of.Skip(earlier).Select(r => (table, r)));
        }

        return new(matter, rows, before is null ? await WrittenText.Of(db, matter) : null);
    }

    /// <summary>Writes them for <paramref name="matter"/> within the transaction.</summary>
    /// <param name="with">Columns that get these values instead.</param>
    public async Task Write(DbConnection connection, DbTransaction transaction, Guid matter, bool sqlite, params (string Column, object Value)[] with)
    {
        foreach (var (table, row) in rows)
        {
            var columns = row.Keys.Where(c => !(Given.Contains(c) && row[c] is long)).ToList();
            var values = columns.Select(c => Array.Find(with, o => o.Column == c).Value ?? Value(c, row[c], matter, sqlite)).ToList();
            await using var command = Engine.Command(connection, $"INSERT INTO {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})", values, transaction);
            await command.ExecuteNonQueryAsync();
        }

        await (text?.Write(connection, transaction, matter, sqlite) ?? Task.CompletedTask);
    }

    private object? Value(string column, object? value, Guid matter, bool sqlite)
    {
        var isTemplate = value is Guid guid ? guid == Guid.Parse(template) : value is string text && string.Equals(text, template, StringComparison.OrdinalIgnoreCase);
        if (isTemplate)
        {
            return sqlite ? matter.ToString().ToUpperInvariant() : matter;
        }

        return (Keys.Contains(column), value) switch
        {
            (false, long) when column == "sequence" => Interlocked.Increment(ref sequence),
            (false, int) when column == "sequence" => (int)Interlocked.Increment(ref sequence),
            (true, Guid) => Fresh(),
            (true, string s) when Guid.TryParse(s, out _) => Fresh().ToString().ToUpperInvariant(),
            (true, string s) => Fresh().ToString("N")[..Math.Clamp(s.Length, 6, 32)],
            _ => value,
        };
    }

    public static Guid Fresh() => new(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));

    private static async Task<IReadOnlyList<(string Table, string Column)>> Tables(Engine db, string root)
    {
        var found = db.IsSqlite
            ? await db.Query("SELECT m.name AS t, p.name AS c FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.type = 'table' AND p.name IN ('matter_id', 'case_id', 'handover_id', 'order_id')")
            : await db.Query("SELECT table_name AS t, column_name AS c FROM information_schema.columns WHERE table_schema = current_schema() AND column_name IN ('matter_id', 'case_id', 'handover_id', 'order_id')");
        return [(root, "id"), .. found.Select(f => ((string)f["t"]!, (string)f["c"]!)).Order()];
    }
}
