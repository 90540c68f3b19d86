namespace Yimen.Bench;

/// <summary>The sealed index of applicants' names for the crowd: what the product wrote for two cases, entered again for all.</summary>
internal static class NameIndex
{
    /// <param name="plain">A case of the name that nearly all have.</param>
    /// <param name="named">A case of the name that is searched.</param>
    public static async Task Fill(Engine db, string plain, string named)
    {
        const string name = "CASE WHEN s.n % 1000 = 7 THEN {0} ELSE {1} END";
        if (!db.IsSqlite)
        {
            string Words(string id) => $"(SELECT words FROM text_entry WHERE kind = 'case' AND id = {Crowd.Id(db, id)})";
            await db.Execute($"INSERT INTO text_entry (kind, id, title_length, words) SELECT 'case', s.id, 4, {string.Format(name, Words(named), Words(plain))} FROM bench_seed s");
            return;
        }

        async Task<string> Title(string id) => $"'{string.Join(' ', await Tokens(db, id))}'";
        var title = string.Format(name, await Title(named), await Title(plain));
        await db.Execute("INSERT INTO text_entry (kind, id, title_length) SELECT 'case', id, 4 FROM bench_seed");
        await db.Execute($"INSERT INTO text_search (rowid, title, body) SELECT e.number, {title}, '' FROM bench_seed s JOIN text_entry e ON e.kind = 'case' AND e.id = s.id");
    }

    /// <summary>What the twin asks the index for: the pairs of the name one after another.</summary>
    public static async Task<string> Match(Engine db, string named)
    {
        var pairs = (await Tokens(db, named)).SkipLast(1);
        return db.IsSqlite ? $"title : \"{string.Join(' ', pairs)}\"" : string.Join(" <-> ", pairs.Select(p => $"'{p}':A"));
    }

    /// <summary>The tokens of a text of <paramref name="kind"/> as the index holds them, in their order; SQLite tells those of <paramref name="column"/>.</summary>
    public static async Task<List<string>> Tokens(Engine db, string id, string kind = "case", string column = "title")
    {
        if (!db.IsSqlite)
        {
            return [.. (await db.Query($"SELECT u.lexeme FROM text_entry e, unnest(e.words) u WHERE e.kind = '{kind}' AND e.id = {Crowd.Id(db, id)} ORDER BY u.positions[1]")).Select(r => (string)r["lexeme"]!)];
        }

        await db.Execute("CREATE VIRTUAL TABLE IF NOT EXISTS bench_words USING fts5vocab('text_search', 'instance')");
        return [.. (await db.Query($"SELECT term FROM bench_words WHERE col = '{column}' AND doc = (SELECT number FROM text_entry WHERE kind = '{kind}' AND id = {Crowd.Id(db, id)}) ORDER BY \"offset\"")).Select(r => (string)r["term"]!)];
    }
}
