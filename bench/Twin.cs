using System.Data.Common;
using System.Text.Json;
using Yimen.Bench.Hotline;

namespace Yimen.Bench;

/// <summary>The bare twin: a minimal API on raw ADO.NET with nothing between the request and the database.</summary>
internal static class Twin
{
    private static readonly SemaphoreSlim Gate = new(1, 1);

    /// <param name="args">Engine, address, what was done once (<see cref="Seeds"/> as JSON), full-text match anywhere and in the title, then <see cref="OrderSeeds"/> or null.</param>
    public static async Task Run(string[] args)
    {
        await using var db = Engine.Parse(args[0]);
        var (seeds, match) = (JsonSerializer.Deserialize<Seeds>(args[2])!, args[3..5]);
        var queue = (await db.Query($"SELECT role, unit FROM task_item WHERE matter_id = {Crowd.Id(db, seeds.Filed)} AND closed_at IS NULL"))[0].Values.ToArray();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add(args[1]);
        app.MapGet("/ready", () => "ready");
        app.MapGet("/items", () => TwinReads.Items(db, match));
        app.MapGet("/item", () => TwinReads.Item(db, seeds.Item));
        app.MapGet("/case/{id:guid}", (Guid id) => TwinReads.Case(db, id));
        app.MapGet("/case/{id:guid}/page", (Guid id) => TwinReads.CasePage(db, id));
        app.MapGet("/cases", (string q) => TwinReads.CasesOf(db, q, seeds.NameMatch));
        app.MapGet("/inbox", () => TwinReads.Inbox(db, queue));
        app.MapGet("/figure", () => TwinReads.Figure(db));
        await TwinWrites.Map(app, db, seeds);
        if (JsonSerializer.Deserialize<OrderSeeds?>(args[5]) is { } orders)
        {
            await TwinOrders.Map(app, db, orders);
        }

        await app.RunAsync();
    }

    /// <summary>One transaction at a time on SQLite, with the counter that ours takes as well.</summary>
    public static async Task<IResult> Save(Engine db, Func<DbConnection, DbTransaction, Task> write)
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
