using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Calls;
using Yimen.Kernel;
using Yimen.Platform.Crypto;
using Yimen.Platform.Figures;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>转接: one agent hands the caller to another. The town's time is Monday, 2 November 2020, ten o'clock.</summary>
public sealed class CallTransferTests(Town town) : IClassFixture<Town>
{
    private static readonly DateTimeOffset Ten = new(2020, 11, 2, 2, 0, 0, TimeSpan.Zero);
    private static readonly Actor He = new(new Guid(1, 1, 0, [0, 0, 0, 0, 0, 0, 0, 0]), "何甲", null);
    private static readonly Actor Other = new(new Guid(2, 1, 0, [0, 0, 0, 0, 0, 0, 0, 0]), "何乙", null);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Handed_over_it_is_the_next_agent_s_and_keeps_its_first_answer()
    {
        var call = Talking();

        call.Transfer(Other, Ten.AddMinutes(1), By());
        call.Transfer(Other, Ten.AddMinutes(1), By()); // told twice

        Assert.Equal((Other.AccountId, Ten.AddSeconds(5), CallState.Talking), (call.AgentId, call.AnsweredAt, call.State));
        Assert.Equal(("何甲", "何乙"), (Assert.Single(call.Transfers).FromName, call.Transfers[0].ToName));
        call.End(Ten.AddMinutes(2), "", By());
        Assert.Equal(Other.AccountId, Assert.Single(call.WaitsFor).Account);
        Assert.True(call.PassedBy(He.AccountId));
        Assert.False(call.PassedBy(Other.AccountId));
    }

    [Fact]
    public void There_and_back_again_it_is_the_first_agent_s()
    {
        var call = Talking();
        call.Transfer(Other, Ten.AddMinutes(1), By());
        call.Transfer(He, Ten.AddMinutes(2), By());

        Assert.Equal(He.AccountId, call.AgentId);
        Assert.False(call.PassedBy(He.AccountId));
        Assert.Equal(2, call.Transfers.Count);
    }

    [Fact]
    public void What_cannot_be_is_refused_in_words()
    {
        var call = Talking();
        Assert.Equal("call-same-agent", Refused(() => call.Transfer(He, Ten.AddMinutes(1), By())));
        Assert.Equal("call-order", Refused(() => call.Transfer(Other, Ten.AddSeconds(4), By())));
        call.Transfer(Other, Ten.AddMinutes(1), By());
        Assert.Equal("call-transferred", Refused(() => call.Transfer(He, Ten.AddMinutes(1), By())));
        Assert.Equal("call-order", Refused(() => call.Transfer(He, Ten.AddSeconds(50), By())));
        call.End(Ten.AddMinutes(2), "", By());
        Assert.Equal("call-ended", Refused(() => call.Transfer(He, Ten.AddMinutes(3), By())));
        Assert.Equal("call-unanswered", Refused(() => Ringing().Transfer(Other, Ten.AddMinutes(1), By())));
    }

    [Fact]
    public void Written_down_already_it_stays_with_who_did_and_the_transfer_is_history()
    {
        var call = Talking();
        call.FindInvalid(new("silent", "无声来电"), "", By());

        call.Transfer(Other, Ten.AddMinutes(1), By());

        Assert.Equal((He.AccountId, CallState.Recorded, 1), (call.AgentId, call.State, call.Transfers.Count));
    }

    [Fact]
    public void What_was_typed_is_left_by_who_talked_with_the_caller_and_forgotten_when_it_is_written_down()
    {
        var call = Talking();
        Assert.Equal("call-not-yours", Refused(() => call.PassOn(new Sealed("1:x"), By() with { By = Other })));
        call.PassOn(new Sealed("1:x"), By());
        Assert.Equal(("1:x", "何甲"), (call.Draft.Text, call.DraftBy));

        call.FindInvalid(new("silent", "无声来电"), "", By());

        Assert.True(call.Draft.IsEmpty);
        Assert.Equal("wrong-state", Refused(() => call.PassOn(new Sealed("1:x"), By())));
    }

    [Fact]
    public async Task Told_by_the_telephone_system_the_call_is_the_next_agent_s_and_counts_once_as_answered()
    {
        await town.SwitchOn();
        var id = await town.Talking("pass-1", "13800138081");

        using var passed = await Passes("pass-1");
        using var again = await Passes("pass-1");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (passed.StatusCode, again.StatusCode));
        Assert.Equal("何乙", (await passed.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("agent").GetString());
        Assert.Equal(["来电", "接听", "转接"], await town.JournalOf(id));
        Assert.Contains("由何甲转给何乙", await town.TextOf("hotline2", $"/desk/calls/{id}"));
        Assert.Equal("13800138081", (await Form("hotline2", id)).QuerySelector("[name=phone]")!.GetAttribute("value"));
        Assert.DoesNotContain("13800138081", (await Form("hotline1", id)).DocumentElement.OuterHtml);
        var scope = new FigureScope(ChinaTime.DateOf(town.Time.GetUtcNow()), new(2020, 11, 1), new(2020, 12, 1));
        Assert.Equal(1, await town.Rows(db => db.Calls.CountAsync(c => c.CallId == "pass-1" && c.AnsweredAt != null, Ct)));
        Assert.Single(await town.Rows(db => CallFigures.All.Single(f => f.Id == "H72").Rows!(db, scope).ToListAsync(Ct)), r => r.Key == "pass-1");
    }

    [Fact]
    public async Task Who_passed_the_caller_on_hands_over_what_was_typed_and_does_not_write_it_down()
    {
        await town.SwitchOn();
        var id = await town.Talking("pass-2", "13800138082");
        var (browser, outcome) = (await town.SignedIn("hotline1"), $"/desk/calls/{id}/outcome");
        var open = await town.HiddenFields(browser, $"/desk/calls/{id}", outcome); // the form stands open when the caller is handed over
        (string, string?)[] typed = [("type", "Help"), ("title", "已经写下的标题"), ("content", OrderTown.Story), ("name", "演示甲"), ("urgency", "Ordinary"), ("phone", "13800138082")];
        using var passed = await Passes("pass-2");

        using var refused = await TownDoor.Post(browser, outcome, open, [("finish", "order"), .. typed]);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var page = await Town.PageOf(refused);
        Assert.Contains("已经转给何乙", page.Body!.TextContent);
        Assert.Equal("已经写下的标题", page.QuerySelector("[name=title]")!.GetAttribute("value"));
        using var handed = await TownDoor.Post(browser, outcome, open, [("finish", "pass"), .. typed]);
        Assert.Equal(HttpStatusCode.SeeOther, handed.StatusCode);
        var taken = await Form("hotline2", id);
        Assert.Equal("已经写下的标题", taken.QuerySelector("[name=title]")!.GetAttribute("value"));
        Assert.Contains("何甲写下的", taken.Body!.TextContent);
        Assert.DoesNotContain("已经写下的标题", (await town.Call("pass-2")).Draft.Text); // it rests sealed
        Assert.Null((await Form("hotline1", id)).QuerySelector("[name=content]")); // nothing is left for who passed the caller on
        Assert.Equal(["登记工单", "直接解答", "判为无效来电"], new[] { "order", "answer", "invalid" }.Select(v => taken.QuerySelector($"button[value={v}]")!.ChildNodes[0].TextContent.Trim()));
        Assert.All(["order", "answer", "invalid"], v => Assert.Null(page.QuerySelector($"button[value={v}]")));

        using var done = await town.Finish(id, "order", "hotline2", ("title", "已经写下的标题"));

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        var call = await town.Call("pass-2");
        Assert.Equal((CallState.Recorded, true), (call.State, call.Draft.IsEmpty));
    }

    [Theory]
    [InlineData("nobody", -10, "agent", "没有登录名为“nobody”")]
    [InlineData("clerk1", -10, "agent", "可以接听来电的话务员")]
    [InlineData("hotline2", 600, "at", "晚于现在")]
    public async Task What_cannot_be_is_said_at_its_field(string agent, double at, string field, string words)
    {
        await town.SwitchOn();
        await town.Rings("pass-3");
        await town.Answered("pass-3");

        using var answer = await Passes("pass-3", at, agent);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(words, (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("errors").GetProperty(field)[0].GetString());
        Assert.Empty((await town.Call("pass-3")).Transfers);
    }

    [Fact]
    public async Task Two_lines_that_tell_the_same_transfer_at_once_leave_one()
    {
        await town.SwitchOn();
        await town.Talking("pass-4", "13800138084");
        var (exchange, passing) = (await town.Exchange(), new { at = town.In(-10), agent = "hotline2" });

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => exchange.PostAsJsonAsync($"{CallTown.Root}/pass-4/transfer", passing, Ct)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Single((await town.Call("pass-4")).Transfers);
    }

    [Fact]
    public async Task Who_may_not_report_finds_no_such_door_and_neither_does_a_county_without_calls()
    {
        await town.SwitchOn();
        await town.Talking("pass-5", "13800138085");
        var body = new { at = town.In(-10), agent = "hotline2" };

        foreach (var user in new[] { "director", "market-liaison", "clerk1", "citizen1" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await Cases.CaseProgram.Program(town, user)).PostAsJsonAsync($"{CallTown.Root}/pass-5/transfer", body, Ct)).StatusCode);
        }

        await using var other = new Town();
        await other.InitializeAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await (await other.Exchange()).PostAsJsonAsync($"{CallTown.Root}/pass-5/transfer", body, Ct)).StatusCode);
    }

    private async Task<HttpResponseMessage> Passes(string callId, double at = -10, string agent = "hotline2") =>
        await (await town.Exchange()).PostAsJsonAsync($"{CallTown.Root}/{callId}/transfer", new { at = town.In(at), agent }, Ct);

    private async Task<AngleSharp.Dom.IDocument> Form(string user, Guid id) => await Town.PageOf(await (await town.SignedIn(user)).GetAsync($"/desk/calls/{id}", Ct));

    private static HotlineCall Ringing() => HotlineCall.Ring(new Guid(9, 1, 0, [0, 0, 0, 0, 0, 0, 0, 0]), new("c1", new(new Sealed("*"), "p"), Ten, TimeSpan.FromSeconds(15)), null, By());

    private static HotlineCall Talking()
    {
        var call = Ringing();
        call.Answer(He, Ten.AddSeconds(5), By());
        return call;
    }

    private static Act By() => new(He, Ten.AddMinutes(5));

    private static string Refused(Action act) => Assert.Throws<RuleViolation>(act).Code;
}
