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

    /// <summary>Spreads the index out, token by token, into a temporary table: the index itself has no other way to be read back.</summary>
    public const string Spread = """
        CREATE VIRTUAL TABLE temp.text_vocabulary USING fts5vocab('main', 'text_search', 'instance');
        CREATE TEMP TABLE text_word AS SELECT doc, col = 'body' AS in_body, "offset" AS place, term FROM temp.text_vocabulary;
        CREATE INDEX temp.ix_text_word ON text_word (doc, in_body, place);
        """;

    public const string All = """
        SELECT e.kind, e.id, e.title_length, w.term, w.in_body, w.place
        FROM text_entry AS e LEFT JOIN temp.text_word AS w ON w.doc = e.number
        ORDER BY e.number, w.in_body, w.place
        """;

    public const string Gather = "DROP TABLE temp.text_word; DROP TABLE temp.text_vocabulary;";

    public static object[] Values(IndexedText text) =>
        [text.Kind, text.Id, text.TitleLength, string.Join(' ', text.Title), string.Join(' ', text.Body)];

    // tokens hold letters and digits only, so the quotes cannot be broken out of
    public static string Query(IReadOnlyList<Phrase> phrases, string columns) =>
        string.Join(" AND ", phrases.Select(p => $"{columns} : \"{string.Join(' ', p.Tokens)}\"{(p.IsPrefix ? " *" : "")}"));
}
