namespace Yimen.Bench.Hotline;

/// <summary>The hotline's operations.</summary>
internal static class OrderCourse
{
    private const string Month = "2019-11";

    public static readonly string[] Names = ["take an order", "fetch an order", "order search (JSON)", "order list (HTML)", "reply to an order", "monthly KPI table (JSON)", "monthly KPI table (HTML)"];

    public static IEnumerable<Op> Operations(Stage s)
    {
        if (s.OrderSeeds is null)
        {
            return [];
        }

        var (replying, replyingBare) = (Each(s.Signed), Each(s.Signed));
        Guid Some(int i) => s.Signed[i % s.Signed.Count];
        Op Read(int name, string ours, Func<int, string> bare) => new(Names[name], Asks.One(_ => Course.Get(ours, s.Director)), Asks.One(i => Course.Get(bare(i))));
        return
        [
            new(Names[1], Asks.One(i => Course.Get($"/api/v1/orders/{Some(i)}", s.Director)), Asks.One(i => Course.Get($"/order/{Some(i)}"))),
            Read(2, $"/api/v1/orders?q={OrderSeeds.Word}&size=50", _ => "/orders/found"),
            Read(3, "/desk/orders?size=50", _ => "/orders"),
            Read(5, $"/api/v1/hotline/kpi?period={Month}", _ => $"/kpi/{Month.Replace("-", "")}"),
            Read(6, $"/desk/hotline/kpi?period={Month}", _ => $"/kpi/{Month.Replace("-", "")}"),
            new(Names[0], Asks.One(_ => s.OrderRequest(marked: false)), Asks.One(_ => Course.Bare(s.OrderRequest(marked: false), "/order"))),
            new(Names[4], async (_, _) => replying() is { } id ? await OrderSeeds.Reply(s.Liaison, id) is not null : null, Asks.One(_ => replyingBare() is { } id ? new(HttpMethod.Post, $"/order/{id}/reply") { Content = OrderSeeds.ReplyBody() } : null)),
        ];
    }

    /// <summary>Each once; when none is left the round ends.</summary>
    private static Func<string?> Each(IReadOnlyList<Guid> all)
    {
        var given = 0;
        return () => Interlocked.Increment(ref given) is var n && n <= all.Count ? $"{all[n - 1]}" : null;
    }
}
