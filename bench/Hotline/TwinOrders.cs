using System.Data.Common;
using System.Security.Cryptography;

namespace Yimen.Bench.Hotline;

/// <summary>The twin's side of the hotline: the same rows and columns, by SQL written by hand.</summary>
internal static class TwinOrders
{
    private const string Line = "id, number, title, type, content_class, source, state, unit, received_at, due, closed_on";

    public static async Task Map(WebApplication app, Engine db, OrderSeeds seeds)
    {
        app.MapGet("/order/{id:guid}", (Guid id) => db.Read(async read => await read($"SELECT {Line}, content, source_number, urgency, area, city_due, outcome, attitude, result, version FROM hotline_order WHERE id = @p0", [db.Key(id)])));
        app.MapGet("/orders", () => db.Read(async read => new
        {
            total = await read("SELECT count(*) AS n FROM hotline_order", []),
            orders = await read($"SELECT {Line}, urgency, secret, raised, master_id, u.short_name FROM (SELECT * FROM hotline_order ORDER BY received_at DESC, id LIMIT 50) o LEFT JOIN (SELECT id AS unit_id, short_name FROM organization_unit) u ON u.unit_id = o.unit ORDER BY received_at DESC, id", []),
        }));
        app.MapGet("/orders/found", () => db.Read(async read => new
        {
            total = await read($"SELECT count(*) AS n FROM hotline_order WHERE {Found(db)}", [seeds.Match]),
            orders = await read($"SELECT {Line} FROM hotline_order WHERE {Found(db)} ORDER BY received_at DESC, id LIMIT 50", [seeds.Match]),
        }));
        app.MapGet("/kpi/{month:int}", (int month) => db.Read(async read => new
        {
            cells = await read("SELECT * FROM hotline_kpi_cell WHERE \"by\" IN (0, 1) AND period IN (@p0, @p1, @p2) AND measure <> 14", [month, month - 1, month - 100]),
            waiting = await read("SELECT \"key\", sum(\"sum\") AS n FROM hotline_kpi_cell WHERE \"by\" IN (0, 1) AND measure = 14 AND period > 100000 AND period <= @p0 GROUP BY \"key\"", [month]),
        }));
        var (taken, replied) = (await Written.Of(db, seeds.Plain, null, "hotline_order"), await Written.Of(db, seeds.Replied, seeds.Signed, "hotline_order"));
        app.MapPost("/order", (Taken body) => Twin.Save(db, (c, t) => taken.Write(c, t, Written.Fresh(), db.IsSqlite)));
        var answered = replied.Where((table, _) => table != "hotline_order");
        app.MapPost("/order/{id:guid}/reply", async (Guid id, HttpRequest request) =>
        {
            await Keep((await request.ReadFormAsync()).Files[0]);
            return await Twin.Save(db, (c, t) => Reply(c, t, answered, db.Key(id), id, db.IsSqlite));
        });
    }

    private sealed record Taken(string Source, string Type, string Title, string Content, string Name, string Phone);

    /// <summary>The scan as a program must keep it that names files by what is in them: read, digested, on the disk before the row says that it is there.</summary>
    private static async Task Keep(IFormFile scan)
    {
        using var bytes = new MemoryStream();
        await scan.CopyToAsync(bytes);
        var place = Path.Combine(Environment.GetEnvironmentVariable(Stage.TwinFiles)!, Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())));
        var aside = $"{place}.{Written.Fresh():N}";
        await using (var file = File.Create(aside))
        {
            await file.WriteAsync(bytes.ToArray());
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, place, overwrite: true);
    }

    // a journal row's and a reply's, past any that is there
    private static long number = 1_000_000;

    private static async Task Reply(DbConnection c, DbTransaction t, Written rows, object key, Guid id, bool sqlite)
    {
        foreach (var sql in new[] { "SELECT * FROM hotline_order WHERE id = @p0", "SELECT * FROM hotline_dispatch WHERE order_id = @p0", "SELECT * FROM hotline_reply WHERE order_id = @p0", "SELECT * FROM task_item WHERE matter_id = @p0 AND closed_at IS NULL" })
        {
            await using var read = Engine.Command(c, sql, [key], t);
            await Engine.Read(read);
        }

        await using var update = Engine.Command(c, "UPDATE hotline_order SET state = 30, review_level = 1, version = version + 1 WHERE id = @p0", [key], t);
        await update.ExecuteNonQueryAsync();
        await rows.Write(c, t, id, sqlite, ("number", Interlocked.Increment(ref number)));
    }

    private static string Found(Engine db) => $"id IN (SELECT id FROM text_entry WHERE kind = 'order' AND {(db.IsSqlite ? "number IN (SELECT rowid FROM text_search WHERE text_search MATCH @p0)" : "words @@ @p0::tsquery")})";
}
