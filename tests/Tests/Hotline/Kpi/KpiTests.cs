using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline;
using Yimen.Hotline.Kpi;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Tests.Jobs;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline.Kpi;

/// <summary>热线指标月表: through the page and the API, and what keeps it true. The town's day is Monday, 2 November 2020.</summary>
public sealed class KpiTests(Town town) : IClassFixture<Town>
{
    private const string Here = "/desk/hotline/kpi?period=2020-11";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_not_counted_yet_is_said_and_once_counted_every_number_opens_as_many_rows()
    {
        await town.Work("hotline-kpi");
        var id = await town.Answered(("phone", "13800138071"));
        await town.Step("hotline1", id, "visits", ("reached", "yes"), ("attitude", "Satisfied"), ("result", "Solved"));
        Assert.Contains("次工单变动尚未计入", await town.TextOf("hotline1", Here));

        await town.Work("hotline-kpi");
        var page = await Town.PageOf(await (await town.SignedIn("hotline1")).GetAsync(Here + "&against=none", Ct));

        Assert.Contains("已计入全部工单变动", page.Body!.TextContent);
        var row = page.QuerySelectorAll("main tbody tr").First(r => r.TextContent.Contains("市场监管局"));
        foreach (var link in row.QuerySelectorAll("td[data-label=受理] a, td[data-label=派单] a"))
        {
            var opened = await Town.PageOf(await (await town.SignedIn("hotline1")).GetAsync(link.GetAttribute("href")!, Ct));
            Assert.Equal(int.Parse(link.TextContent), opened.QuerySelectorAll("main tbody tr").Length);
        }
    }

    [Fact]
    public async Task The_api_tells_numerators_denominators_and_how_far_it_has_counted()
    {
        await town.Answered(("phone", "13800138072"));
        await town.Work("hotline-kpi");

        var answer = await (await town.SignedIn("director")).GetFromJsonAsync<JsonElement>("/api/v1/hotline/kpi?period=2020-11&by=type", Ct);

        var help = answer.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("key").GetString() == "Help");
        var signed = help.GetProperty("figures").EnumerateArray().Single(f => f.GetProperty("id").GetString() == "H08");
        var (few, all) = (signed.GetProperty("numerator").GetInt64(), signed.GetProperty("denominator").GetInt64());
        Assert.True(few > 0);
        Assert.Equal((Math.Round(100m * few / all, 2, MidpointRounding.AwayFromZero), JsonValueKind.Null), (signed.GetProperty("value").GetDecimal(), signed.GetProperty("yearBefore").ValueKind));
        Assert.Equal("不适用", signed.GetProperty("onYear").GetString());
        Assert.Equal((0, false), (answer.GetProperty("progress").GetProperty("pending").GetInt32(), answer.GetProperty("progress").GetProperty("recounting").GetBoolean()));
    }

    [Theory]
    [InlineData("period=2020-13")]
    [InlineData("period=2020-12")]
    [InlineData("period=abc")]
    [InlineData("period=2020-11&by=window")]
    [InlineData("period=2020-11&by=All")]
    [InlineData("period=2020-11&by=7")]
    public async Task A_period_or_a_row_that_is_none_is_not_there(string query)
    {
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("hotline1", "/desk/hotline/kpi?" + query));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("hotline1", "/api/v1/hotline/kpi?" + query));
    }

    [Theory]
    [InlineData("hotline1", HttpStatusCode.OK)]
    [InlineData("director", HttpStatusCode.OK)]
    [InlineData("auditor", HttpStatusCode.OK)]
    [InlineData("market-liaison", HttpStatusCode.NotFound)]
    [InlineData("market-head", HttpStatusCode.NotFound)]
    [InlineData("clerk1", HttpStatusCode.NotFound)]
    public async Task Who_reads_the_table(string user, HttpStatusCode expected)
    {
        Assert.Equal(expected, await town.StatusOf(user, Here));
        Assert.Equal(expected, await town.StatusOf(user, Here.Replace("?", "/xlsx?")));
        Assert.Equal(expected, await town.StatusOf(user, Here.Replace("/desk", "/api/v1")));
    }

    [Fact]
    public async Task A_step_that_fails_leaves_neither_sums_nor_mark_and_the_next_counts_it()
    {
        var (counted, id) = (await town.Recorded(("phone", "13800138075")), await town.Recorded(("phone", "13800138073")));
        await town.Work("hotline-kpi");
        var before = await Kept();
        await town.Dispatch(id);

        // the sums are written, then the save fails over a row that is there already
        await Assert.ThrowsAsync<DbUpdateException>(() => town.InCounty(async (db, services) =>
        {
            db.Add(new KpiCounted { OrderId = counted, Tally = "" });
            await services.GetRequiredService<KpiProjector>().Run(town.Time.Now(), Ct);
            return true;
        }));
        Assert.Equal(before, await Kept());

        await town.Work("hotline-kpi");
        var after = await Kept();
        Assert.Equal((before.Dispatched + 1, true), (after.Dispatched, after.Position > before.Position));

        await town.Work("hotline-kpi");
        Assert.Equal(after, await Kept());
    }

    [Fact]
    public async Task Of_two_projectors_at_once_one_gives_way_and_nothing_counts_twice()
    {
        await town.Work("hotline-kpi");
        var before = await Kept();
        await town.Dispatch(await town.Recorded(("phone", "13800138074")));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            try
            {
                await town.Work("hotline-kpi");
            }
            catch (DbUpdateException)
            {
                // gave way
            }
        }));
        await town.Work("hotline-kpi");

        Assert.Equal(before.Dispatched + 1, (await Kept()).Dispatched);
    }

    private Task<(long Dispatched, long Position, int Turn)> Kept() => town.Rows(async db =>
    {
        var mark = await db.Set<KpiMark>().AsNoTracking().SingleAsync(Ct);
        return (await db.Set<KpiCell>().Where(c => c.By == KpiBy.All && c.Measure == KpiMeasure.Dispatched && c.Period == 202011).SumAsync(c => c.Sum, Ct), mark.Position, mark.Turn);
    });
}
