using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Calls;
using Yimen.Tests.Cases;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>The telephone system's door: told once, told twice, told wrongly. The town's time is Monday, 2 November 2020, ten o'clock.</summary>
public sealed class CallApiTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_rings_is_answered_and_is_over_and_each_leaves_its_line_in_the_journal()
    {
        await town.SwitchOn();
        using var rings = await town.Rings("api-1", agent: "hotline2");
        Assert.Equal(HttpStatusCode.Created, rings.StatusCode);
        var told = await rings.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal(($"{CallTown.Root}/api-1", "ringing", "何乙"), (rings.Headers.Location!.ToString(), told.GetProperty("state").GetString(), told.GetProperty("agent").GetString()));
        Assert.Equal(HttpStatusCode.OK, await town.StatusOf("hotline1", told.GetProperty("href").GetString()!));

        await town.Answered("api-1");
        using var ends = await town.Ends("api-1", recording: "rec/2020/11/02/api-1.wav");

        var call = await town.Call("api-1");
        Assert.Equal((CallState.Unrecorded, "何甲", "rec/2020/11/02/api-1.wav"), (call.State, call.AgentName, call.Recording));
        Assert.Equal(TimeSpan.FromSeconds(10), call.AnsweredAt - call.RingingAt);
        Assert.Equal(["来电", "接听", "挂断"], await town.JournalOf(call.Id));
        Assert.Equal("record", Assert.Single(await town.TasksOf(call.Id)).Code);
        // the number rests sealed, and the answer never says it
        Assert.DoesNotContain("13800138066", call.Caller.Text + call.CallerIndex + await ends.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task The_same_event_told_again_changes_nothing_and_other_facts_under_the_same_id_are_refused()
    {
        await town.SwitchOn();
        Assert.Equal(HttpStatusCode.Created, (await town.Rings("api-2")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await town.Rings("api-2")).StatusCode);
        Assert.Equal("call-known", await CodeOf(await town.Rings("api-2", caller: "13800138067")));
        await town.Answered("api-2");
        Assert.Equal(HttpStatusCode.OK, (await town.Answered("api-2")).StatusCode);
        Assert.Equal("call-answered", await CodeOf(await town.Answered("api-2", agent: "hotline2")));
        await town.Ends("api-2");
        Assert.Equal(HttpStatusCode.OK, (await town.Ends("api-2")).StatusCode);
        Assert.Equal("call-ended", await CodeOf(await town.Ends("api-2", recording: "rec/x")));

        Assert.Equal(["来电", "接听", "挂断"], await town.JournalOf((await town.Call("api-2")).Id));
    }

    [Fact]
    public async Task Told_by_two_lines_at_once_it_is_one_call_and_one_answer()
    {
        await town.SwitchOn();
        var exchange = await town.Exchange();
        var ring = new { callId = "api-3", caller = "13800138066", ringingAt = town.In(-30) };
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => exchange.PostAsJsonAsync(CallTown.Root, ring, Ct)));
        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.Created));
        Assert.Equal(5, answers.Count(a => a.StatusCode == HttpStatusCode.OK));

        var answering = new { at = town.In(-20), agent = "hotline1" };
        var taken = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => exchange.PostAsJsonAsync($"{CallTown.Root}/api-3/answering", answering, Ct)));

        Assert.All(taken, t => Assert.Equal(HttpStatusCode.OK, t.StatusCode));
        Assert.Equal(["来电", "接听"], await town.JournalOf((await town.Call("api-3")).Id));
    }

    [Fact]
    public async Task Events_out_of_their_order_are_refused_in_words()
    {
        await town.SwitchOn();
        Assert.Equal(HttpStatusCode.NotFound, (await town.Answered("nobody-told")).StatusCode);
        await town.Rings("api-4");
        Assert.Equal("call-unanswered", await CodeOf(await town.Ends("api-4", recording: "rec/y")));
        Assert.Equal("call-order", await CodeOf(await town.Answered("api-4", at: -31)));
        Assert.Equal(HttpStatusCode.OK, (await town.Ends("api-4", at: -10)).StatusCode);
        using var late = await town.Answered("api-4");

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("未接通", await late.Content.ReadAsStringAsync(Ct));
        Assert.Equal(CallState.Abandoned, (await town.Call("api-4")).State);
    }

    [Theory]
    [InlineData("x y", "13800138066", -30, null, "callId", "呼叫标识")]
    [InlineData("bad-1", "12", -30, null, "caller", "主叫号码 caller 无法识别")]
    [InlineData("bad-2", "1380013806", -30, null, "caller", "主叫号码 caller 无法识别")]
    [InlineData("bad-3", "13800138066", 600, null, "ringingAt", "晚于现在")]
    [InlineData("bad-4", "13800138066", -3_000_000, null, "ringingAt", "不能补报")]
    [InlineData("bad-5", "13800138066", -30, "nobody", "agent", "没有登录名为“nobody”")]
    [InlineData("bad-6", "13800138066", -30, "clerk1", "agent", "可以接听来电的话务员")]
    public async Task What_cannot_be_is_said_at_its_field(string callId, string caller, double at, string? agent, string field, string words)
    {
        await town.SwitchOn();

        using var answer = await town.Rings(callId, caller, at, agent);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("errors");
        Assert.Contains(words, errors.GetProperty(field)[0].GetString());
        Assert.False(await town.Rows(db => db.Calls.AnyAsync(c => c.CallId == callId)));
    }

    [Fact]
    public async Task Twenty_thousand_characters_are_no_name_and_no_recording()
    {
        await town.SwitchOn();
        var much = new string('9', 20_000);
        Assert.Equal(HttpStatusCode.BadRequest, (await town.Rings(much)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await town.Rings("api-5", caller: much)).StatusCode);
        await town.Talking("api-6");

        Assert.Equal(HttpStatusCode.BadRequest, (await town.Ends("api-6", recording: much)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await town.Answered("api-6", agent: much)).StatusCode);
        Assert.Equal(CallState.Talking, (await town.Call("api-6")).State);
    }

    [Fact]
    public async Task A_withheld_number_is_a_call_like_any_other()
    {
        await town.SwitchOn();
        var id = await town.Talking("api-7", caller: null);

        Assert.Contains("未显示号码", await town.TextOf("hotline1", $"/desk/calls/{id}"));
        Assert.Equal("", (await town.Call("api-7")).CallerIndex);
    }

    [Fact]
    public async Task Only_a_program_of_the_office_tells_calls()
    {
        await town.SwitchOn();
        var ring = new { callId = "api-8", caller = "13800138066", ringingAt = town.In(-30) };

        Assert.Equal(HttpStatusCode.NotFound, (await (await town.Program("market-liaison")).PostAsJsonAsync(CallTown.Root, ring, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.Program("director")).PostAsJsonAsync(CallTown.Root, ring, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await town.Anybody().PostAsJsonAsync(CallTown.Root, ring, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.Exchange()).GetAsync($"{CallTown.Root}/api-8", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_program_of_the_agent_s_finishes_a_call_by_the_page_s_own_rules()
    {
        await town.SwitchOn();
        await town.Talking("api-9");
        var exchange = await town.Exchange();
        async Task<HttpResponseMessage> Finish(object result) => await exchange.PostAsJsonAsync($"{CallTown.Root}/api-9/outcome", result, Ct);

        using var gaps = await Finish(new { outcome = "order", content = "短" });
        Assert.Equal(HttpStatusCode.BadRequest, gaps.StatusCode);
        Assert.Equal(["content", "name", "type"], (await gaps.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("errors").EnumerateObject().Select(e => e.Name).Order());
        Assert.Equal(HttpStatusCode.BadRequest, (await Finish(new { outcome = "abandoned" })).StatusCode);
        using var done = await Finish(new { outcome = "order", type = "help", content = OrderTown.Story, name = "演示甲" });

        var told = await done.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal(("recorded", "order"), (told.GetProperty("state").GetString(), told.GetProperty("outcome").GetString()));
        Assert.Equal((await town.Call("api-9")).OrderId, told.GetProperty("orderId").GetGuid());
        Assert.Equal("wrong-state", await CodeOf(await Finish(new { outcome = "order", type = "help", content = OrderTown.Story, name = "演示甲" })));
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.Program("director")).PostAsJsonAsync($"{CallTown.Root}/api-9/outcome", new { outcome = "order" }, Ct)).StatusCode);
    }

    private static async Task<string?> CodeOf(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString();
    }
}
