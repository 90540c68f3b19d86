using System.Data.Common;

namespace Yimen.Bench;

/// <summary>The bare twin: a minimal API on raw ADO.NET with nothing between the request and the database.</summary>
internal static class Twin
{
    private static readonly SemaphoreSlim Gate = new(1, 1);

    /// <param name="args">Engine, address, id of a filed case, id of the same case accepted, id of the item, full-text match.</param>
    public static async Task Run(string[] args)
    {
        await using var db = Engine.Parse(args[0]);
        var (filedId, acceptedId, itemId, match) = (args[2], args[3], args[4], args[5]);
        var filing = await Written.Of(db, filedId, null);
        var acceptance = await Written.Of(db, acceptedId, filedId);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add(args[1]);
        app.MapGet("/ready", () => "ready");
        app.MapGet("/items", () => Items(db, match));
        app.MapGet("/item", () => Item(db, itemId));
        app.MapGet("/case/{id:guid}", (Guid id) => OneCase(db, id));
        app.MapGet("/inbox", () => Inbox(db));
        app.MapGet("/figure", () => Figure(db));
        app.MapPost("/case", (Filed body) => Save(db, (c, t) => filing.Write(c, t, Written.Fresh(), db.IsSqlite)));
        app.MapPost("/case/{id:guid}/acceptance", (Guid id) => Save(db, (c, t) => Accept(c, t, acceptance, id, db.IsSqlite)));
        await app.RunAsync();
    }

    private sealed record Filed(Guid ItemId, Dictionary<string, string>? Applicant, string? Request, string? Window, int[]? Papers);

    private static async Task<object> Items(Engine db, string match) => await db.Query(
        (db.IsSqlite
            ? """
              SELECT i.id, i.name, i.unit, u.short_name, i.level, e.title_length FROM text_entry e JOIN catalog_item i ON i.id = e.id JOIN organization_unit u ON u.id = i.unit
              WHERE e.kind = 'item' AND e.number IN (SELECT rowid FROM text_search WHERE text_search MATCH @p0)
              """
            : """
              SELECT i.id, i.name, i.unit, u.short_name, i.level, e.title_length FROM text_entry e JOIN catalog_item i ON i.id = e.id JOIN organization_unit u ON u.id = i.unit
              WHERE e.kind = 'item' AND e.words @@ @p0::tsquery
              """) + " ORDER BY e.title_length, i.id LIMIT 20", match);

    private static async Task<object> Item(Engine db, string id) => new
    {
        item = await db.Query($"SELECT i.*, v.content, u.name AS unit_name FROM catalog_item i JOIN catalog_item_version v ON v.id = i.current JOIN organization_unit u ON u.id = i.unit WHERE i.id = {Crowd.Id(db, id)}"),
        windows = await db.Query($"SELECT w.* FROM catalog_window_binding b JOIN organization_window w ON w.code = b.\"window\" WHERE b.item_id = {Crowd.Id(db, id)}"),
    };

    private static async Task<object> OneCase(Engine db, Guid id) => new
    {
        it = await db.Query("SELECT * FROM cases_case WHERE id = @p0", Key(db, id)),
        materials = await db.Query("SELECT * FROM cases_material WHERE case_id = @p0 ORDER BY \"order\"", Key(db, id)),
    };

    private static async Task<object> Inbox(Engine db) => new
    {
        counts = await db.Query("SELECT due, count(*) AS n FROM task_item WHERE closed_at IS NULL AND holder IS NULL AND role = 'clerk' GROUP BY due"),
        lines = await db.Query("SELECT t.*, u.short_name FROM task_item t LEFT JOIN organization_unit u ON u.id = t.unit WHERE t.closed_at IS NULL AND t.holder IS NULL AND t.role = 'clerk' ORDER BY t.due, t.opened_at, t.id LIMIT 20"),
    };

    private static async Task<object> Figure(Engine db) => new
    {
        count = await db.Query("SELECT count(*) AS n FROM cases_case WHERE filed_at >= @p0", Since(db)),
        rows = await db.Query("SELECT id, number, item_name, unit, received_on FROM cases_case WHERE filed_at >= @p0 ORDER BY number LIMIT 20", Since(db)),
    };

    private static async Task Accept(DbConnection c, DbTransaction t, Written acceptance, Guid id, bool sqlite)
    {
        var key = sqlite ? (object)id.ToString().ToUpperInvariant() : id;
        foreach (var sql in new[] { "SELECT * FROM cases_case WHERE id = @p0", "SELECT * FROM cases_material WHERE case_id = @p0", "SELECT * FROM task_item WHERE matter_id = @p0 AND closed_at IS NULL" })
        {
            await using var read = Engine.Command(c, sql, [key], t);
            await Engine.Read(read);
        }

        await using var update = Engine.Command(c, "UPDATE cases_case SET state = 21, due = received_on, accepted_on = received_on, version = version + 1 WHERE id = @p0", [key], t);
        await update.ExecuteNonQueryAsync();
        await acceptance.Write(c, t, id, sqlite);
    }

    private static async Task<IResult> Save(Engine db, Func<DbConnection, DbTransaction, Task> write)
    {
        if (db.IsSqlite)
        {
            await Gate.WaitAsync();
        }

        try
        {
            await using var connection = await db.Open();
            await using var transaction = await connection.BeginTransactionAsync();
            await write(connection, transaction);
            await using var counter = Engine.Command(connection, "INSERT INTO number_counter (series, day, last) VALUES ('bench', @p0, 1) ON CONFLICT (series, day) DO UPDATE SET last = number_counter.last + 1", [db.IsSqlite ? "2020-11-02" : new DateOnly(2020, 11, 2)], transaction);
            await counter.ExecuteNonQueryAsync();
            await transaction.CommitAsync();
            return Results.NoContent();
        }
        finally
        {
            if (db.IsSqlite)
            {
                Gate.Release();
            }
        }
    }

    private static object Key(Engine db, Guid id) => db.IsSqlite ? id.ToString().ToUpperInvariant() : id;

    private static object Since(Engine db) => db.IsSqlite ? DateTimeOffset.UnixEpoch.ToUnixTimeMilliseconds() : DateTimeOffset.UnixEpoch;
}
