namespace Yimen.Bench.Hotline;

/// <summary>Work orders in quantity, over five years and all units: the greater part as one closed order of the world lived, every tenth signed for and waiting for its reply. Texts of two orders taken through the product.</summary>
internal static class OrderCrowd
{
    private const int Days = 1826;

    // beyond so many only the table of figures is asked, and texts are left out of the index
    private const int Indexed = 100_000;

    public static async Task<OrderSeeds> Fill(Engine db, OrderSeeds seeds, int orders)
    {
        var closed = $"{(await db.Query("SELECT o.id FROM hotline_order o WHERE o.state = 50 AND o.master_id IS NULL AND o.unit IS NOT NULL AND EXISTS (SELECT 1 FROM hotline_visit v WHERE v.order_id = o.id) AND EXISTS (SELECT 1 FROM hotline_dispatch d WHERE d.order_id = o.id) ORDER BY o.id LIMIT 1"))[0]["id"]}";
        seeds = seeds with { Closed = closed, Match = await Match(db, seeds.Marked) };
        await db.Execute("CREATE TABLE bench_unit AS SELECT row_number() OVER (ORDER BY id) - 1 AS n, id FROM organization_unit");
        var units = (await db.Query("SELECT count(*) AS n FROM bench_unit"))[0]["n"];
        await db.Execute($"CREATE TABLE bench_order (n INTEGER PRIMARY KEY, id {(db.IsSqlite ? "TEXT" : "UUID")}, day {(db.IsSqlite ? "TEXT" : "DATE")}, unit TEXT)");
        var unit = $"(SELECT u.id FROM bench_unit u WHERE u.n = s.n % {units})";
        await db.Execute(db.IsSqlite
            ? $"WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {orders}) INSERT INTO bench_order SELECT n, {Crowd.NewId}, date('2015-01-01', '+' || (n % {Days}) || ' days'), {unit} FROM s"
            : $"INSERT INTO bench_order SELECT s.n, gen_random_uuid(), DATE '2015-01-01' + s.n % {Days}, {unit} FROM generate_series(1, {orders}) AS s(n)");
        foreach (var (template, which) in new[] { (seeds.Closed, "s.n % 10 > 0"), (seeds.Signed, "s.n % 10 = 0") })
        {
            foreach (var table in new[] { "hotline_order", "hotline_dispatch", "hotline_reply", "hotline_visit", "hotline_closure" })
            {
                await Copy(db, table, template, which, seeds);
            }
        }

        await Texts(db, seeds);
        // PostgreSQL's own housekeeping comes by only after a while, and until then every count looks at the rows themselves
        await db.Execute(db.IsSqlite ? "ANALYZE" : "VACUUM ANALYZE");
        return seeds;
    }

    private static async Task Copy(Engine db, string table, string template, string which, OrderSeeds seeds)
    {
        var key = table == "hotline_order" ? "id" : "order_id";
        var rows = await db.Query($"SELECT * FROM {table} WHERE {key} = {Crowd.Id(db, template)}");
        if (rows.Count == 0)
        {
            return;
        }

        string Text(string column) => $"(SELECT x.{column} FROM hotline_order x WHERE x.id = (CASE WHEN s.n % 200 = 7 THEN {Crowd.Id(db, seeds.Marked)} ELSE {Crowd.Id(db, seeds.Plain)} END){(db.IsSqlite ? "" : "::uuid")})";
        await db.Copy($"INSERT INTO {table} ({{0}}) SELECT {{1}} FROM bench_order s, {table} t WHERE {which} AND t.{key} = {Crowd.Id(db, template)}", [.. rows[0].Keys.Where(c => c != "id" || rows[0][c] is not long)], c => (table, c) switch
        {
            ("hotline_order", "id") or (_, "order_id") => "s.id",
            (_, "id") => db.IsSqlite ? Crowd.NewId : "gen_random_uuid()",
            ("hotline_order", "number") => db.IsSqlite ? "'GD' || replace(s.day, '-', '') || printf('%08d', s.n)" : "'GD' || to_char(s.day, 'YYYYMMDD') || lpad(s.n::text, 8, '0')",
            ("hotline_order", "title" or "content") => Text(c),
            ("hotline_order", "received_on" or "counted_from" or "closed_on" or "due") or (_, "on" or "signed_on" or "answered_on" or "due") => $"CASE WHEN t.\"{c}\" IS NULL THEN NULL ELSE s.day END",
            ("hotline_order", "received_at") or ("hotline_reply", "released_at") => db.IsSqlite ? "(julianday(s.day) - 2440587.5) * 86400000 + 3600000" : "s.day::timestamptz + interval '1 hour'",
            ("hotline_order", "unit") when template != seeds.Signed => "s.unit",
            ("hotline_dispatch" or "hotline_reply" or "hotline_visit" or "hotline_closure", "unit") when template != seeds.Signed => "s.unit",
            _ => $"t.\"{c}\"",
        });
    }

    /// <summary>What the product put into the index for the two texts, entered again for all.</summary>
    private static async Task Texts(Engine db, OrderSeeds seeds)
    {
        if (!db.IsSqlite)
        {
            string Words(string id) => $"(SELECT words FROM text_entry WHERE kind = 'order' AND id = {Crowd.Id(db, id)})";
            await db.Execute($"INSERT INTO text_entry (kind, id, title_length, words) SELECT 'order', s.id, 11, CASE WHEN s.n % 200 = 7 THEN {Words(seeds.Marked)} ELSE {Words(seeds.Plain)} END FROM bench_order s WHERE s.n <= {Indexed}");
            return;
        }

        async Task<string> Column(string of) => $"CASE WHEN s.n % 200 = 7 THEN '{string.Join(' ', await NameIndex.Tokens(db, seeds.Marked, "order", of))}' ELSE '{string.Join(' ', await NameIndex.Tokens(db, seeds.Plain, "order", of))}' END";
        var (title, body) = (await Column("title"), await Column("body"));
        await db.Execute($"INSERT INTO text_entry (kind, id, title_length) SELECT 'order', id, 11 FROM bench_order WHERE n <= {Indexed}");
        await db.Execute($"INSERT INTO text_search (rowid, title, body) SELECT e.number, {title}, {body} FROM bench_order s JOIN text_entry e ON e.kind = 'order' AND e.id = s.id");
    }

    private static async Task<string> Match(Engine db, string marked)
    {
        // 萤石矿 as the index knows it: its pairs one after another
        var (first, second) = (OrderSeeds.Word[..2], OrderSeeds.Word[1..]);
        var known = await NameIndex.Tokens(db, marked, "order", "body");
        return known.Contains(first) && known.Contains(second) ? db.IsSqlite ? $"{{title body}} : \"{first} {second}\"" : $"'{first}' <-> '{second}'" : throw new InvalidOperationException("The word is not in the index as pairs.");
    }
}
