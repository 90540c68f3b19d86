using System.Data.Common;

namespace Yimen.Bench;

/// <summary>The bare twin: a minimal API on raw ADO.NET with nothing between the request and the database.</summary>
internal static class Twin
{
    private static readonly SemaphoreSlim Gate = new(1, 1);

    /// <param name="args">Engine, address, id of a filed case, id of the same case accepted, id of the item, full-text match anywhere and in the title.</param>
    public static async Task Run(string[] args)
    {
        await using var db = Engine.Parse(args[0]);
        var (filedId, acceptedId, itemId, match) = (args[2], args[3], args[4], args[5..7]);
        var filing = await Written.Of(db, filedId, null);
        var acceptance = await Written.Of(db, acceptedId, filedId);
        var queue = (await db.Query($"SELECT role, unit FROM task_item WHERE matter_id = {Crowd.Id(db, filedId)} AND closed_at IS NULL"))[0].Values.ToArray();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add(args[1]);
        app.MapGet("/ready", () => "ready");
        app.MapGet("/items", () => TwinReads.Items(db, match));
        app.MapGet("/item", () => TwinReads.Item(db, itemId));
        app.MapGet("/case/{id:guid}", (Guid id) => TwinReads.Case(db, id));
        app.MapGet("/inbox", () => TwinReads.Inbox(db, queue));
        app.MapGet("/figure", () => TwinReads.Figure(db));
        app.MapPost("/case", (Filed body) => Save(db, (c, t) => filing.Write(c, t, Written.Fresh(), db.IsSqlite)));
        app.MapPost("/case/{id:guid}/acceptance", (Guid id) => Save(db, (c, t) => Accept(c, t, acceptance, id, db.IsSqlite)));
        await app.RunAsync();
    }

    private sealed record Filed(Guid ItemId, Dictionary<string, string>? Applicant, string? Request, string? Window, int[]? Papers);

    private static async Task Accept(DbConnection c, DbTransaction t, Written acceptance, Guid id, bool sqlite)
    {
        var key = Engine.Key(id, sqlite);
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
}
