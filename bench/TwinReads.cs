namespace Yimen.Bench;

/// <summary>What the twin reads: the rows and columns that ours reads for the same operation, by SQL written by hand, on one connection a request.</summary>
internal static class TwinReads
{
    private const string Hits = "(SELECT e.id, e.title_length, e.number IN (SELECT rowid FROM text_search WHERE text_search MATCH @p1) AS title_hit FROM text_entry e WHERE e.kind = 'item' AND e.number IN (SELECT rowid FROM text_search WHERE text_search MATCH @p0)) h";
    private const string PostgresHits = "(SELECT id, title_length, words @@ @p1::tsquery AS title_hit FROM text_entry WHERE kind = 'item' AND words @@ @p0::tsquery) h";

    /// <param name="match">Full-text match of the words anywhere, and in the title.</param>
    public static Task<object> Items(Engine db, string[] match) => db.Read(async read => new
    {
        total = await read($"SELECT count(*) AS n FROM {HitsOf(db)} JOIN catalog_card c ON c.item_id = h.id", match),
        items = await read($"""
            SELECT c.item_id, c.code, c.name, c.unit, u.short_name, c.level, c.type, c.state, c.project_type, c.online, c.visits, c.promised_days, c.promised_kind
            FROM {HitsOf(db)} JOIN catalog_card c ON c.item_id = h.id LEFT JOIN organization_unit u ON u.id = c.unit
            ORDER BY h.title_hit DESC, h.title_length, c.rank, c.item_id LIMIT 20
            """, match),
    });

    public static Task<object> Item(Engine db, string id) => db.Read(async read => new
    {
        item = await read($"SELECT i.*, v.*, u.* FROM catalog_item i JOIN catalog_item_version v ON v.id = i.current JOIN organization_unit u ON u.id = i.unit WHERE i.id = {Crowd.Id(db, id)}", []),
        windows = await read($"SELECT w.code, w.name, w.kind, w.place, w.hours, w.phone FROM catalog_window_binding b JOIN organization_window w ON w.code = b.\"window\" WHERE b.item_id = {Crowd.Id(db, id)} ORDER BY w.kind, w.code", []),
    });

    public static Task<object> Case(Engine db, Guid id) => db.Read(async read => new
    {
        it = await read("""
            SELECT c.id, c.number, c.item_id, c.item_name, c.unit, c.area, c.state, c.channel, c."window", c.terms_project_type, c.applicant_kind, c.applicant_name, c.applicant_number,
                   c.applicant_phone, c.request, c.filed_at, c.received_on, c.accepted_on, c.due, c.statutory_due, c.decided_on, d.granted, c.delivered_on, c.document_id, c.version
            FROM cases_case c LEFT JOIN cases_decision d ON d.case_id = c.id WHERE c.id = @p0
            """, [db.Key(id)]),
        materials = await read("SELECT id, \"order\", name, required, how, copies, note, file_name FROM cases_material WHERE case_id = @p0 ORDER BY \"order\"", [db.Key(id)]),
    });

    /// <summary>What the case's page shows: the case, its unit and its item's version, materials, opinions, papers, the newest acts.</summary>
    public static Task<object> CasePage(Engine db, Guid id) => db.Read(async read => new
    {
        it = await read("SELECT c.*, u.name AS unit_name, v.number AS item_version FROM cases_case c LEFT JOIN organization_unit u ON u.id = c.unit LEFT JOIN catalog_item_version v ON v.id = c.version_id WHERE c.id = @p0", [db.Key(id)]),
        materials = await read("SELECT * FROM cases_material WHERE case_id = @p0 ORDER BY \"order\"", [db.Key(id)]),
        opinions = await read("SELECT * FROM cases_opinion WHERE case_id = @p0", [db.Key(id)]),
        papers = await read("SELECT id, kind, title, number, issued_at FROM document WHERE matter_id = @p0", [db.Key(id)]),
        payments = await read("SELECT * FROM cases_payment WHERE case_id = @p0", [db.Key(id)]),
        acts = await read("SELECT at, actor_name, verb, reason FROM journal_entry WHERE kind = 'case' AND matter_id = @p0 ORDER BY number DESC", [db.Key(id)]),
    });

    /// <summary>How many cases have an applicant or item of that name, and the newest twenty: by the same index.</summary>
    public static Task<object> CasesOf(Engine db, string word, string match) => db.Read(async read => new
    {
        total = await read($"SELECT count(*) AS n FROM cases_case WHERE {NamedOf(db)}", [$"%{word}%", match]),
        cases = await read($"SELECT id, number, item_name, applicant_name, unit, state, channel, \"window\", filed_at, accepted_on, due, decided_on FROM cases_case WHERE {NamedOf(db)} ORDER BY filed_at DESC, id LIMIT 20", [$"%{word}%", match]),
    });

    private static string NamedOf(Engine db) => $"""
        state NOT IN (0, 99) AND (applicant_name LIKE @p0 OR item_name LIKE @p0) AND id IN (
          SELECT id FROM text_entry WHERE kind = 'case' AND {(db.IsSqlite ? "number IN (SELECT rowid FROM text_search WHERE text_search MATCH @p1)" : "words @@ @p1::tsquery")}
          UNION SELECT c.id FROM cases_case c WHERE c.item_id IN (SELECT item_id FROM catalog_item_version WHERE name LIKE @p0))
        """;

    /// <param name="queue">The role and unit whose queue it is.</param>
    public static Task<object> Inbox(Engine db, object?[] queue) => db.Read(async read => new
    {
        counts = await read($"SELECT sum(CASE WHEN due_order < {Today} THEN 1 ELSE 0 END) AS overdue, sum(CASE WHEN due_order = {Today} THEN 1 ELSE 0 END) AS today, sum(CASE WHEN due_order > {Today} THEN 1 ELSE 0 END) AS rest FROM task_item WHERE {Queue}", queue),
        mine = await read("SELECT count(*) AS n FROM task_item WHERE closed_at IS NULL AND holder = @p0", [db.Key(Guid.Empty)]),
        lines = await read($"""
            SELECT t.id, t.title, t.href, t.code, u.short_name, t."window", t.due, t.opened_at, t.holder, t.holder_name
            FROM task_item t LEFT JOIN organization_unit u ON u.id = t.unit WHERE {Queue} ORDER BY t.due_order, t.id LIMIT 20
            """, queue),
    });

    public static Task<object> Figure(Engine db) => db.Read(async read => new
    {
        count = await read($"SELECT count(*) AS n FROM cases_case WHERE {Received}", []),
        rows = await read($"SELECT number, item_name, received_on, '/desk/cases/' || CAST(id AS TEXT) AS href FROM cases_case WHERE {Received} ORDER BY received_on, number LIMIT 20", []),
    });

    private const string Today = "'2020-11-02'";
    private const string Queue = "closed_at IS NULL AND holder IS NULL AND role = @p0 AND unit = @p1";
    private const string Received = "state NOT IN (0, 99) AND received_on >= '2019-01-01' AND received_on < '2030-01-02'";

    private static string HitsOf(Engine db) => db.IsSqlite ? Hits : PostgresHits;
}
