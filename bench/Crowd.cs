namespace Yimen.Bench;

/// <summary>Cases in quantity: one real case, filed through the product, multiplied in the database. They carry no journal; the figures for writing come from real writes.</summary>
internal static class Crowd
{
    // open cases in the unit's queue
    private const int Queued = 5_000;

    /// <summary>Of the cases that are searched by name, so many are there; all beyond the crowd were decided years ago and carry no materials.</summary>
    public const int Searched = 300_000;

    /// <summary>One name in a thousand.</summary>
    public const string Name = "演示寻常";

    public static async Task Fill(Engine db, string template, int cases)
    {
        var all = Math.Max(cases, Math.Min(Searched, cases * 3));
        await db.Execute("CREATE TABLE bench_seed (n INTEGER PRIMARY KEY, id " + (db.IsSqlite ? "TEXT" : "UUID") + ")");
        await db.Execute(db.IsSqlite
            ? $"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {all}) INSERT INTO bench_seed SELECT n, {NewId} FROM c"
            : $"INSERT INTO bench_seed SELECT n, gen_random_uuid() FROM generate_series(1, {all}) AS n");
        await db.Copy($"INSERT INTO cases_case ({{0}}) SELECT {{1}} FROM bench_seed s, cases_case t WHERE t.id = {Id(db, template)}", await Columns(db, "cases_case"), c => c switch
        {
            "id" => "s.id",
            "number" => db.IsSqlite ? "'20190101BENCH' || printf('%07d', s.n)" : "'20190101BENCH' || lpad(s.n::text, 7, '0')",
            "applicant_name" => $"CASE WHEN s.n % 1000 = 7 THEN '{Name}' ELSE t.applicant_name END",
            "state" => $"CASE WHEN s.n > {cases} THEN 70 ELSE t.state END",
            "received_on" => $"CASE WHEN s.n > {cases} THEN '2015-06-01' ELSE t.received_on END",
            _ => $"t.\"{c}\"",
        });
        await db.Copy($"INSERT INTO cases_material ({{0}}) SELECT {{1}} FROM bench_seed s, cases_material t WHERE s.n <= {cases} AND t.case_id = {Id(db, template)}", await Columns(db, "cases_material"), c => c switch
        {
            "id" => db.IsSqlite ? NewId : "gen_random_uuid()",
            "case_id" => "s.id",
            _ => $"t.\"{c}\"",
        });
        await FillInbox(db, template, cases);
        await db.Execute(db.IsSqlite ? "ANALYZE" : "VACUUM ANALYZE");
    }

    /// <summary>One case with 40 materials and 60 journal rows.</summary>
    public static async Task Enlarge(Engine db, string id)
    {
        await db.Execute($"DELETE FROM cases_material WHERE case_id = {Id(db, id)} AND \"order\" > 1");
        await db.Copy($"INSERT INTO cases_material ({{0}}) SELECT {{1}} FROM bench_seed s, cases_material t WHERE s.n BETWEEN 2 AND 40 AND t.\"order\" = 1 AND t.case_id = {Id(db, id)}", await Columns(db, "cases_material"), c => c switch
        {
            "id" => db.IsSqlite ? NewId : "gen_random_uuid()",
            "order" => "s.n",
            _ => $"t.\"{c}\"",
        });
        var acts = (int)Convert.ToInt64((await db.Query($"SELECT count(*) AS n FROM journal_entry WHERE matter_id = {Id(db, id)}"))[0]["n"]);
        await db.Copy($"INSERT INTO journal_entry ({{0}}) SELECT {{1}} FROM bench_seed s, journal_entry t WHERE s.n BETWEEN {acts + 1} AND 60 AND t.number = 1 AND t.matter_id = {Id(db, id)}",
            [.. (await Columns(db, "journal_entry")).Where(c => c != "position")], c => c == "number" ? "s.n" : $"t.\"{c}\"");
        await db.Execute($"UPDATE cases_case SET version = 60 WHERE id = {Id(db, id)}");
    }

    /// <summary>5,000 of them wait in the unit's queue.</summary>
    private static async Task FillInbox(Engine db, string template, int cases)
    {
        await db.Copy($"INSERT INTO task_item ({{0}}) SELECT {{1}} FROM bench_seed s, task_item t WHERE t.matter_id = {Id(db, template)} AND t.closed_at IS NULL AND s.n <= {cases} AND s.n % {Math.Max(1, cases / Queued)} = 0", await Columns(db, "task_item"), c => c switch
        {
            "id" => db.IsSqlite ? NewId : "gen_random_uuid()",
            "matter_id" => "s.id",
            _ => $"t.\"{c}\"",
        });
    }

    public static async Task<List<string>> Columns(Engine db, string table) => [.. (await db.Query($"SELECT * FROM {table} LIMIT 1"))[0].Keys];

    /// <summary>Runs SQL that copies rows: {0} are the columns, {1} what each gets.</summary>
    public static Task Copy(this Engine db, string sql, List<string> columns, Func<string, string> value) => db.Execute(string.Format(sql, List(columns), string.Join(", ", columns.Select(value))));

    // as EF writes a Guid on SQLite: upper-case text with dashes
    public const string NewId = "upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))";

    private static string List(IEnumerable<string> columns) => string.Join(", ", columns.Select(c => $"\"{c}\""));

    public static string Id(Engine db, string id) => db.IsSqlite ? $"'{id.ToUpperInvariant()}'" : $"'{id}'";
}
