using System.Net.Http.Json;
using System.Text.Json;
using Yimen.Tests.Cases;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>工单查询: what its filters take out and how its columns sort, as the API lists it.</summary>
public sealed class OrderListTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_town_takes_out_what_is_told_of_it_and_of_its_villages()
    {
        var (there, elsewhere) = (await town.Recorded(("area", TownPlaces.LangtianArea.Value)), await town.Recorded());

        var found = await Listed("town=440281104");

        Assert.Contains(there, found);
        Assert.DoesNotContain(elsewhere, found);
        Assert.Contains("镇街：廊田镇", await town.TextOf("hotline1", "/desk/orders?town=440281104"));
    }

    [Fact]
    public async Task A_meeting_takes_out_what_waits_for_it_then_what_it_gave_to_do()
    {
        var (id, other) = (await town.Signed(), await town.Recorded());
        await town.Step("hotline1", id, "coordination-request", ("text", "两家都说线路不归自己管"));
        await Stands([id], []);

        await town.Step("hotline1", id, "coordination", ("metOn", "2020-11-02"), ("units", "热线办、市场监管局"), ("minutes", "核对了移交清单，线路归市场监管局管。"), ("decision", "一周内更换整条线路。"), ("lead", "SCJG"), ("due", "2020-11-09"));
        await Stands([], [id]);

        await town.Step("market-liaison", id, "duty", ("text", "线路已经全部更换，路灯亮了。"));
        await Stands([], []);
        Assert.Contains(other, await Listed("")); // it was there all the time

        async Task Stands(IEnumerable<Guid> waiting, IEnumerable<Guid> owed)
        {
            Assert.Equal(waiting, await Listed("meeting=open"));
            Assert.Equal(owed, await Listed("meeting=owed"));
        }
    }

    [Fact]
    public async Task The_last_day_sorts_both_ways()
    {
        var (soon, late) = (await town.Recorded(("type", "Consultation")), await town.Recorded(("type", "Help")));

        Assert.True((await Listed("sort=due")).IndexOf(soon) < (await Listed("sort=due")).IndexOf(late));
        Assert.True((await Listed("sort=-due")).IndexOf(late) < (await Listed("sort=-due")).IndexOf(soon));
    }

    private async Task<List<Guid>> Listed(string query) =>
        [.. (await (await town.Program("hotline1")).GetFromJsonAsync<JsonElement>($"/api/v1/orders?size=100&{query}", Ct)).GetProperty("orders").EnumerateArray().Select(o => o.GetProperty("id").GetGuid())];
}
