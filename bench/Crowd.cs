namespace Yimen.Bench;

/// <summary>Cases in quantity: one real case, filed through the product, multiplied in the database. They carry no journal; the figures for writing come from real writes.</summary>
internal static class Crowd
{
    public static async Task Fill(Engine db, string template, int cases)
    {
        var columns = (await db.Query("SELECT * FROM cases_case LIMIT 1"))[0].Keys.ToList();
        var materials = (await db.Query("SELECT * FROM cases_material LIMIT 1"))[0].Keys.ToList();
        await db.Execute("CREATE TABLE bench_seed (n INTEGER PRIMARY KEY, id " + (db.IsSqlite ? "TEXT" : "UUID") + ")");
        await db.Execute(db.IsSqlite
            ? $"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {cases}) INSERT INTO bench_seed SELECT n, {NewId} FROM c"
            : $"INSERT INTO bench_seed SELECT n, gen_random_uuid() FROM generate_series(1, {cases}) AS n");
        await db.Execute($"INSERT INTO cases_case ({List(columns)}) SELECT {string.Join(", ", columns.Select(c => c switch
        {
            "id" => "s.id",
            "number" => db.IsSqlite ? "'20190101BENCH' || printf('%07d', s.n)" : "'20190101BENCH' || lpad(s.n::text, 7, '0')",
            _ => $"t.\"{c}\"",
        }))} FROM bench_seed s, cases_case t WHERE t.id = {Id(db, template)}");
        await db.Execute($"INSERT INTO cases_material ({List(materials)}) SELECT {string.Join(", ", materials.Select(c => c switch
        {
            "id" => db.IsSqlite ? NewId : "gen_random_uuid()",
            "case_id" => "s.id",
            _ => $"t.\"{c}\"",
        }))} FROM bench_seed s, cases_material t WHERE t.case_id = {Id(db, template)}");
        await FillInbox(db, template);
        await db.Execute("ANALYZE");
    }

    /// <summary>Every twentieth case waits in the queue.</summary>
    private static async Task FillInbox(Engine db, string template)
    {
        var columns = (await db.Query("SELECT * FROM task_item LIMIT 1"))[0].Keys.ToList();
        await db.Execute($"INSERT INTO task_item ({List(columns)}) SELECT {string.Join(", ", columns.Select(c => c switch
        {
            "id" => db.IsSqlite ? NewId : "gen_random_uuid()",
            "matter_id" => "s.id",
            _ => $"t.\"{c}\"",
        }))} FROM bench_seed s, task_item t WHERE t.matter_id = {Id(db, template)} AND t.closed_at IS NULL AND s.n % 20 = 0");
    }

    // as EF writes a Guid on SQLite: upper-case text with dashes
    private const string NewId = "upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))";

    private static string List(IEnumerable<string> columns) => string.Join(", ", columns.Select(c => $"\"{c}\""));

    public static string Id(Engine db, string id) => db.IsSqlite ? $"'{id.ToUpperInvariant()}'" : $"'{id}'";
}
