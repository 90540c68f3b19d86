using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Yimen.Bench.Hotline;

namespace Yimen.Bench;

/// <summary>What the hotline's operations need.</summary>
internal sealed partial class Stage
{
    /// <summary>Null when none of the hotline's operations is wanted.</summary>
    public OrderSeeds? OrderSeeds { get; private set; }

    /// <summary>Orders that wait for their reply.</summary>
    public IReadOnlyList<Guid> Signed { get; private set; } = [];

    public FormBrowser Liaison { get; private set; } = null!;

    private string Hotline { get; set; } = "";

    public HttpRequestMessage OrderRequest(bool marked) => With(Hotline, new(HttpMethod.Post, "/api/v1/orders") { Content = JsonContent.Create(OrderSeeds.Body(marked)) });

    public async Task<string> Order(Server server, bool marked = false)
    {
        using var answer = await server.Http.SendAsync(OrderRequest(marked));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private async Task<OrderSeeds> SeedOrders(Server server)
    {
        Hotline = await Token("hotline1");
        return await OrderSeeds.Take(this, server);
    }

    private async Task FillOrders(Engine db, int orders)
    {
        if (OrderSeeds is null)
        {
            return;
        }

        Console.Error.WriteLine($"{Database}: {orders:N0} orders …");
        OrderSeeds = await OrderCrowd.Fill(db, OrderSeeds, orders);
        Signed = [.. (await db.Query("SELECT id FROM bench_order WHERE n % 10 = 0 AND n <= 200000")).Select(r => Guid.Parse($"{r["id"]}"))];
    }

    /// <summary>The crowd has no journal, so its sums are counted as after a restore.</summary>
    private async Task CountOrders(bool saturated)
    {
        if (OrderSeeds is null)
        {
            return;
        }

        var clock = Stopwatch.StartNew();
        await Run(ServerCommand[0], "recount");
        await using var db = Open("yimen", "county.db");
        if (saturated)
        {
            await db.Execute(EveryCell);
        }

        Console.Error.WriteLine($"{Database}: figures counted anew in {clock.Elapsed.TotalSeconds:0} s, {(await db.Query("SELECT count(*) AS n FROM hotline_kpi_cell"))[0]["n"]:N0} cells");
    }

    /// <summary>Every measure of every unit, type and town in every month and year of the crowd: more cells than these no number of orders can fill.</summary>
    private const string EveryCell = """
        INSERT INTO hotline_kpi_cell ("by", measure, period, "key", "sum")
        SELECT k."by", m.measure, p.period, k."key", 10000
        FROM (SELECT DISTINCT "by", "key" FROM hotline_kpi_cell UNION SELECT 1, id FROM organization_unit) k
        CROSS JOIN (SELECT DISTINCT measure FROM hotline_kpi_cell) m CROSS JOIN (SELECT DISTINCT period FROM hotline_kpi_cell) p
        WHERE true ON CONFLICT DO NOTHING
        """;
}
