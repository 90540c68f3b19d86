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
    private async Task CountOrders()
    {
        if (OrderSeeds is not null)
        {
            var clock = Stopwatch.StartNew();
            await Run(ServerCommand[0], "recount");
            Console.Error.WriteLine($"{Database}: figures counted anew in {clock.Elapsed.TotalSeconds:0} s");
        }
    }
}
