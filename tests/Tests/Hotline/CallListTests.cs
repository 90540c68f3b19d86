using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.Calls;
using Yimen.Kernel;
using Yimen.Platform.Figures;
using Yimen.Platform.Switches;
using Yimen.Tests.Cases;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>来电 in lists and figures.</summary>
public sealed class CallListTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_rings_and_what_is_mine_stands_above_everything_there_was()
    {
        await town.SwitchOn();
        await town.Rings("list-1", "13800138081");
        await town.Rings("list-0", "13800138080", at: -700); // the telephone system has lost its end
        await town.Talking("list-2", "13800138082");
        await town.Talking("list-3", "13800138083", agent: "hotline2");
        await town.Rings("list-4", "13800138084");
        await town.Ends("list-4");

        var page = await Town.PageOf(await (await town.SignedIn("hotline1")).GetAsync("/desk/calls", Ct));
        var now = page.QuerySelector("#calls-now")!.TextContent;

        Assert.Contains("138****8081", now);
        Assert.Contains("138****8082", now);
        Assert.DoesNotContain("138****8083", now);
        Assert.DoesNotContain("138****8080", now);
        Assert.DoesNotContain("138****8084", now);
        Assert.DoesNotContain("13800138081", page.DocumentElement.OuterHtml);
        Assert.NotNull(page.QuerySelector("#calls-now[data-poll]"));
        Assert.NotNull(page.QuerySelector("a[accesskey=R]"));
        Assert.Contains("138****8083", page.QuerySelector("main")!.TextContent);
        Assert.Contains("138****8083", (await Now("director"))!.TextContent);
        var found = await Town.PageOf(await (await town.SignedIn("hotline1")).GetAsync("/desk/calls?q=13800138084&state=Abandoned", Ct));
        Assert.Single(found.QuerySelectorAll("table:last-of-type tbody tr"), r => r.TextContent.Contains("未接通"));
        Assert.Contains("没有符合条件的来电", await town.TextOf("hotline1", "/desk/calls?q=13800138099"));
    }

    [Fact]
    public async Task The_list_leaves_with_a_purpose_and_masked_numbers()
    {
        await town.SwitchOn();
        await town.Talking("list-5", "13800138085");
        using var silent = await town.PostForm(await town.SignedIn("director"), "/desk/calls/export", "/desk/calls/export", ("purpose", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);

        using var file = await town.PostForm(await town.SignedIn("director"), "/desk/calls/export?q=list-5", "/desk/calls/export?q=list-5", ("purpose", "十一月话务分析"));

        var row = Assert.Single(MiniExcelLibs.MiniExcel.Query(await file.Content.ReadAsStreamAsync(Ct), useHeaderRow: true)) as IDictionary<string, object>;
        Assert.Equal("138****8085", row!["主叫号码"]);
        Assert.Equal("何甲", row["话务员"]);
    }

    [Fact]
    public async Task The_figures_count_what_rang_by_the_limit_of_its_day_and_open_to_their_rows()
    {
        await town.SwitchOn();
        town.Time.Advance(TimeSpan.FromDays(1)); // a day of its own
        await town.Rings("fig-1", at: -100);
        await town.Answered("fig-1", at: -90); // 10 seconds
        await town.Rings("fig-2", at: -100);
        await town.Answered("fig-2", at: -80); // 20 seconds
        await town.Rings("fig-3", at: -100);
        await town.Ends("fig-3", at: -95); // lost
        await town.Rings("fig-4", at: -10); // rings still
        var day = ChinaTime.DateOf(town.Time.GetUtcNow());

        Assert.Equal(("3", "2", "66.67", "1", "33.33", "1"), (await Figure("H71", day), await Figure("H72", day), await Figure("H73", day), await Figure("H74", day), await Figure("H75", day), await Figure("H76", day)));
        Assert.Equal("不适用", await Figure("H73", day.AddDays(-300)));
        Assert.Equal("不适用", await Figure("H75", day.AddDays(-300)));
        var rows = await Town.PageOf(await (await town.SignedIn("director")).GetAsync($"/desk/figures/H73?asOf={day:yyyy-MM-dd}&from={day:yyyy-MM-dd}&to={day:yyyy-MM-dd}&side=denominator", Ct));
        Assert.Equal(3, rows.QuerySelectorAll("tbody a[href^='/desk/calls/']").Length);
    }

    private async Task<AngleSharp.Dom.IElement?> Now(string user) => (await Town.PageOf(await (await town.SignedIn(user)).GetAsync("/desk/calls", Ct))).QuerySelector("#calls-now");

    private async Task<string> Figure(string id, DateOnly day)
    {
        var book = town.Host.Services.GetRequiredService<FigureBook>();
        return (await town.Rows(db => book.Compute(db, book.Find(id)!, new FigureScope(day, day, day.AddDays(1)), Ct))).Text;
    }
}

/// <summary>本地接听 switched off, as it ships: nothing of it is there.</summary>
public sealed class CallSwitchTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Off_no_door_of_it_is_there_for_anybody_nor_a_line_in_the_rail_nor_a_figure()
    {
        var doors = town.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText!.Contains("/calls", StringComparison.Ordinal)).ToList();
        Assert.True(doors.Count >= 9);
        Assert.All(doors, d => Assert.Equal("call-taking", d.Metadata.GetMetadata<BehindSwitch>()?.Code));
        var (agent, exchange, nobody) = (await town.SignedIn("hotline1"), await town.Exchange(), town.Anybody());
        foreach (var door in doors)
        {
            var path = "/" + door.RoutePattern.RawText!.Trim('/').Replace("{id:guid}", $"{Guid.AllBitsSet}").Replace("{callId:maxlength(64)}", "c1");
            var method = new HttpMethod(door.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]);
            foreach (var (who, how) in from who in new[] { agent, exchange, nobody } from how in new[] { method, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Head, HttpMethod.Post } select (who, how))
            {
                using var request = new HttpRequestMessage(how, path) { Content = how == HttpMethod.Post ? new StringContent("what is this", System.Text.Encoding.UTF8, "text/plain") : null };
                using var answer = await who.SendAsync(request, Ct);
                Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{how} {path} answers {(int)answer.StatusCode}");
            }
        }

        Assert.DoesNotContain("/desk/calls", (await Town.PageOf(await agent.GetAsync("/desk/orders", Ct))).DocumentElement.OuterHtml);
        var director = await town.SignedIn("director");
        Assert.DoesNotContain("接通率", await town.TextOf("director", "/desk/figures"));
        Assert.DoesNotContain("接通率", await town.TextOf("director", "/desk/figures/declared/new"));
        Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync("/desk/figures/H73", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync("/api/v1/figures/H73/rows", Ct)).StatusCode);
    }

    [Fact]
    public async Task On_for_a_reason_it_is_there_at_once_and_off_again_only_when_nothing_waits()
    {
        using var silent = await town.Turn("call-taking", true, "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        await town.SwitchOn();
        Assert.Contains("来电", (await Town.PageOf(await (await town.SignedIn("hotline1")).GetAsync("/desk/orders", Ct))).QuerySelector("a[href='/desk/calls']")!.TextContent);
        Assert.Contains("接通率", await town.TextOf("director", "/desk/figures"));
        using var again = await town.PostForm(await town.SignedIn("admin"), "/desk/switches/call-taking", "/desk/switches/call-taking", ("to", "On"), ("reason", "再启用一次"));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        var id = await town.Talking("sw-1");

        using var waits = await town.Turn("call-taking", false, "并入市平台");
        Assert.Equal(HttpStatusCode.Conflict, waits.StatusCode);
        Assert.Contains("还有 1 个来电", (await Town.PageOf(waits)).Body!.TextContent);
        await town.Finish(id, "invalid", "hotline1", ("invalid", "test"));
        using var off = await town.Turn("call-taking", false, "并入市平台");

        Assert.Equal(HttpStatusCode.SeeOther, off.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("hotline1", "/desk/calls"));
        var setting = await town.Rows(db => db.Set<SwitchSetting>().AsNoTracking().SingleAsync(Ct));
        Assert.Equal((SwitchState.Off, "林甲", "并入市平台"), (setting.State, setting.TurnedBy, setting.Why));
        Assert.Equal(["启用功能", "停用功能"], await town.JournalOf(setting.Id));
        Assert.Contains("并入市平台", await town.TextOf("admin", "/desk/switches"));
    }

    [Fact]
    public async Task Only_the_administrator_turns_it_and_what_is_no_switch_is_not_there()
    {
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("hotline1", "/desk/switches"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("director", "/desk/switches/call-taking"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("admin", "/desk/switches/no-such"));
    }
}
