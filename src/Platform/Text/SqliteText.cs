namespace Yimen.Platform.Text;

/// <summary>The index on SQLite: <c>text_entry</c> gives each text a number, the FTS5 table <c>text_search</c> holds tokens only, no copy of the text.</summary>
internal static class SqliteText
{
    public const string Hits = """
        SELECT e.id AS id, e.title_length AS title_length,
               e.number IN (SELECT rowid FROM text_search WHERE text_search MATCH {2}) AS title_hit
        FROM text_entry AS e
        WHERE e.kind = {0} AND e.number IN (SELECT rowid FROM text_search WHERE text_search MATCH {1})
        """;

    public const string Put = """
        INSERT INTO text_entry (kind, id, title_length) VALUES ({0}, {1}, {2})
          ON CONFLICT (kind, id) DO UPDATE SET title_length = excluded.title_length;
        DELETE FROM text_search WHERE rowid = (SELECT number FROM text_entry WHERE kind = {0} AND id = {1});
        INSERT INTO text_search (rowid, title, body) SELECT number, {3}, {4} FROM text_entry WHERE kind = {0} AND id = {1};
        """;

    public const string Remove = """
        DELETE FROM text_search WHERE rowid = (SELECT number FROM text_entry WHERE kind = {0} AND id = {1});
        DELETE FROM text_entry WHERE kind = {0} AND id = {1};
        """;

    public static object[] Values(TextChange change, string title) =>
        [change.Kind, change.Id, title.Length, string.Join(' ', Tokens.Of(title)), string.Join(' ', Tokens.Of(change.Body))];

    // tokens hold letters and digits only, so the quotes cannot be broken out of
    public static string Query(IReadOnlyList<Phrase> phrases, string columns) =>
        string.Join(" AND ", phrases.Select(p => $"{columns} : \"{string.Join(' ', p.Tokens)}\"{(p.IsPrefix ? " *" : "")}"));
}
