using System.Data.Common;

namespace Yimen.Bench;

/// <summary>What the twin writes: the rows that ours was seen to write for the same act, after the reads that it needs, one transaction an act.</summary>
internal static class TwinWrites
{
    public static async Task Map(WebApplication app, Engine db, Seeds seeds)
    {
        var filing = await Written.Of(db, seeds.Filed, null);
        app.MapPost("/case", (Filed body) => Twin.Save(db, (c, t) => filing.Write(c, t, Written.Fresh(), db.IsSqlite)));
        foreach (var (noun, after, before) in new[] { ("acceptance", seeds.Accepted, seeds.Filed), ("corrections", seeds.Asked, seeds.Filed), ("supply", seeds.Supplied, seeds.Asked) })
        {
            var rows = await Written.Of(db, after, before);
            app.MapPost($"/case/{{id:guid}}/{noun}", (Guid id) => Twin.Save(db, (c, t) => Change(c, t, rows, id, db.IsSqlite)));
        }

        await MapHandover(app, db, seeds);
    }

    private sealed record Filed(Guid ItemId, Dictionary<string, string>? Applicant, string? Request, string? Window, int[]? Papers);

    private static async Task Change(DbConnection c, DbTransaction t, Written rows, Guid id, bool sqlite)
    {
        var key = Engine.Key(id, sqlite);
        await Read(c, t, "SELECT * FROM cases_case WHERE id = @p0", key);
        await Read(c, t, "SELECT * FROM cases_material WHERE case_id = @p0", key);
        await Read(c, t, "SELECT * FROM task_item WHERE matter_id = @p0 AND closed_at IS NULL", key);
        await Do(c, t, "UPDATE cases_case SET due = received_on, accepted_on = received_on, version = version + 1 WHERE id = @p0", key);
        await rows.Write(c, t, id, sqlite, ("number", Interlocked.Increment(ref number)));
    }

    // a journal row's, past any that is there
    private static long number = 1_000_000;

    /// <summary>A batch: begun, each paper scanned, signed out, signed in.</summary>
    private static async Task MapHandover(WebApplication app, Engine db, Seeds seeds)
    {
        var all = await Written.Of(db, seeds.Handover, null, "cases_handover");
        var line = all.Where((table, _) => table == "cases_handover_line").First();
        Written Journal(string verb) => all.Where((table, row) => table == "journal_entry" && (string)row["verb"]! == verb).First();
        var (begun, scanned, left, came) = (Journal("编制"), Journal("扫入"), Journal("交出"), Journal("接收"));
        var (head, papers) = (all.Where((table, _) => table == "cases_handover"), all.Where((table, _) => table is not ("cases_handover" or "cases_handover_line" or "journal_entry")));
        void Map(string path, Func<DbConnection, DbTransaction, Guid, string?, Task> step) =>
            app.MapPost("/handover/{id:guid}/" + path, (Guid id, string? paper) => Twin.Save(db, (c, t) => step(c, t, id, paper)));

        Map("beginning", async (c, t, id, _) =>
        {
            await head.Write(c, t, id, db.IsSqlite);
            await begun.Write(c, t, id, db.IsSqlite);
        });
        Map("scans/{paper}", async (c, t, id, paper) =>
        {
            var found = (await Read(c, t, "SELECT * FROM cases_case WHERE number = @p0", paper!))[0]["id"]!;
            await Read(c, t, "SELECT * FROM cases_material WHERE case_id = @p0", found);
            await Read(c, t, "SELECT place FROM cases_handover_line WHERE case_id = @p0 AND moved_at IS NOT NULL ORDER BY moved_at DESC LIMIT 1", found);
            var lines = await Batch(c, t, id, db);
            await line.Write(c, t, id, db.IsSqlite, ("case_id", found));
            await scanned.Write(c, t, id, db.IsSqlite, ("number", (long)(lines.Count + 2)));
        });
        Map("departure", async (c, t, id, _) =>
        {
            await Read(c, t, "SELECT l.case_id, x.item_name, x.number FROM cases_handover_line l JOIN cases_case x ON x.id = l.case_id WHERE l.handover_id = @p0", db.Key(id));
            await Batch(c, t, id, db);
            await papers.Write(c, t, id, db.IsSqlite);
            await left.Write(c, t, id, db.IsSqlite, ("number", 1_000L));
        });
        Map("arrival", async (c, t, id, _) =>
        {
            await Batch(c, t, id, db);
            await came.Write(c, t, id, db.IsSqlite, ("number", 1_001L));
        });
    }

    /// <summary>Reads the batch with its lines and changes both.</summary>
    private static async Task<List<Dictionary<string, object?>>> Batch(DbConnection c, DbTransaction t, Guid id, Engine db)
    {
        var key = db.Key(id);
        await Read(c, t, "SELECT * FROM cases_handover WHERE id = @p0", key);
        var lines = await Read(c, t, "SELECT * FROM cases_handover_line WHERE handover_id = @p0", key);
        await Do(c, t, "UPDATE cases_handover SET version = version + 1 WHERE id = @p0", key);
        return lines;
    }

    private static async Task<List<Dictionary<string, object?>>> Read(DbConnection c, DbTransaction t, string sql, object key)
    {
        await using var read = Engine.Command(c, sql, [key], t);
        return await Engine.Read(read);
    }

    private static async Task Do(DbConnection c, DbTransaction t, string sql, object key)
    {
        await using var update = Engine.Command(c, sql, [key], t);
        await update.ExecuteNonQueryAsync();
    }
}
