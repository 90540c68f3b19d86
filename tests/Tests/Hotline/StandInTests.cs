using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline;
using Yimen.Hotline.City;
using Yimen.Hotline.City.StandIn;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.World;
using Yimen.Kernel;
using Yimen.Platform.Delivery;
using Yimen.Tests.Web;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>The city's stand-in in a demo: what it plays, to whom, and to whom never.</summary>
public sealed class StandInTests(Town town) : IClassFixture<Town>, IAsyncLifetime
{
    private const string Secret = "演示用共享密钥-0123456789-abcdefghij-ABCDEFGHIJ";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly CityStandIn city = new(Secret, time: town.Time);
    private readonly List<string> said = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await town.Restart(null, ("Hotline:City:Secret", Secret), ("Hotline:City:Url", city.Url));

    public ValueTask DisposeAsync()
    {
        city.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(true, "", "", "", true)]
    [InlineData(true, "", "", "off", false)]
    [InlineData(false, "", "", "", false)]
    [InlineData(true, "https://12345.example", "", "", false)]
    [InlineData(true, "", "a secret that both sides share 0123456789", "", false)]
    public void It_plays_to_a_demo_alone_that_has_no_real_platform(bool demo, string url, string secret, string standIn, bool plays) =>
        Assert.Equal(plays, CityStandInService.PlaysTo(demo, new() { Url = url, Secret = secret, StandIn = standIn }));

    [Fact]
    public async Task It_sends_a_day_s_orders_once_answers_what_it_hears_and_tells_a_list_that_agrees()
    {
        var play = Play();
        await play.Round(3);
        await play.Round(3);
        Assert.DoesNotContain(said, s => s.Contains("没有被接收", StringComparison.Ordinal));
        var orders = await town.Rows(db => db.Orders.AsNoTracking().Where(o => o.SourceNumber!.StartsWith($"SIM{play.Today:yyyyMMdd}")).OrderBy(o => o.SourceNumber).ToListAsync(Ct));
        Assert.Equal(Enumerable.Range(0, 3).Select(n => $"SIM{play.Today:yyyyMMdd}{n:0000}"), orders.Select(o => o.SourceNumber));

        await town.InCounty(async (_, services) =>
        {
            await services.GetRequiredService<FetchFiles>().Run(town.Time.Now(), Ct);
            return true;
        });
        int[] files = [(await town.Order(orders[0].Id)).Files.Count, (await town.Order(orders[1].Id)).Files.Count, (await town.Order(orders[2].Id)).Files.Count];
        Assert.Equal([1, 0, 1], files); // every other caller has photographed it
        using var extended = await town.Step("hotline1", orders[1].Id, "city-extension", ("until", "2020-12-01"), ("why", "需要采购"));
        await SendDue();
        await play.Round(3);
        await town.Dispatch(orders[1].Id);
        await town.Step("market-liaison", orders[1].Id, "signature");
        await town.Finish(orders[1].Id);
        using var returned = await town.Step("hotline1", orders[2].Id, "city-return", ("text", "事发地在乳源县，不属于本市。"));
        await SendDue();
        await play.Round(3);

        Assert.Contains("取到附件 scan", said);
        var answered = await town.Order(orders[1].Id);
        Assert.Equal((OrderState.Closed, (DateOnly?)new DateOnly(2020, 12, 1)), (answered.State, answered.CityDue)); // its caller is content, its extension was granted
        var text = await town.TextOf("hotline1", $"/desk/orders/exchange?on={play.Today:yyyy-MM-dd}");
        Assert.Contains("延期答复", text);
        Assert.DoesNotContain("没有收到", text);
        Assert.DoesNotContain("没有发出", text);
        Assert.DoesNotContain("清单里没有", text);
    }

    [Fact]
    public async Task Begun_anew_it_remembers_the_day_and_its_next_day_is_another()
    {
        var first = Play();
        await first.Round(2);
        var again = Play();
        var count = await town.Rows(db => db.Set<CityCount>().AsNoTracking().FirstAsync(c => c.On == first.Today, Ct));
        again.Remember(count.On, count.Sent, count.Heard);
        said.Clear();
        await again.Round(2);
        Assert.Empty(said);

        town.Time.Advance(TimeSpan.FromDays(1));
        await again.Round(2);

        Assert.Equal(2, await town.Rows(db => db.Orders.CountAsync(o => o.SourceNumber!.StartsWith("SIM20201103"), Ct)));
        Assert.Equal(2, await town.Rows(db => db.Set<CityCount>().Where(c => c.On == again.Today).Select(c => c.Sent.Count).FirstAsync(Ct)));
    }

    [Fact]
    public async Task The_program_brings_it_to_a_demo_by_itself()
    {
        var day = ChinaTime.DateOf(TimeProvider.System.GetUtcNow());
        using var server = await ServerProcess.Start(town, ("YIMEN_WORLD", "lechang"));
        using var enough = new CancellationTokenSource(Patience);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await town.Rows(db => db.Set<CityCount>().AsNoTracking().FirstOrDefaultAsync(c => c.On == day, Ct)) is not { Sent.Count: > 0 })
        {
            Assert.False(enough.IsCancellationRequested, "The stand-in did not play.");
            await often.WaitForNextTickAsync(Ct);
        }

        Assert.True(await town.Rows(db => db.Orders.AnyAsync(o => o.SourceNumber == $"SIM{day:yyyyMMdd}0000", Ct)));
        await server.Kill();
    }

    private CityPlay Play()
    {
        var world = JsonSerializer.Deserialize<OrderMatters>("""
            {"places": ["人民南路"], "matters": [{"type": "Help", "contentClass": "010102", "unit": "SCJG", "title": "{p}路灯不亮", "content": "{p}的路灯坏了一个星期。", "facts": "线路老化", "reply": "已更换", "basis": "职责", "outcome": "Solved"}]}
            """, Json)!;
        return new(city, new("http://localhost/"), world, town.Time, said.Add, town.Anybody());
    }

    private Task<int> SendDue() => town.InCounty((_, services) => services.GetRequiredService<OutboxSender>().SendDue(Ct));
}
