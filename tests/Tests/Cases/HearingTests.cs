using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Cases.Hearings;
using Yimen.Platform.Delivery;
using Yimen.Platform.Documents;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>行政许可法 第四十七条、第四十八条: a hearing on request. It is Monday, 2 November 2020.</summary>
public sealed class HearingTests(Town town) : IClassFixture<Town>
{
    private static readonly (string, string?)[] Right = [("why", "拟设场所紧邻居民住宅"), ("party-name-1", "演示戊"), ("party-way-1", "Electronic"), ("party-reach-1", "13800138005")];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_right_is_told_by_the_unit_alone_and_only_of_what_is_accepted()
    {
        var (accepted, received) = (await Accepted(), await town.Receive(TownCatalogue.Food));

        var stranger = await (await town.SignedIn("civil-approver")).GetAsync($"/desk/cases/{accepted}/hearing-right", Ct);
        var clerk = await (await town.SignedIn("clerk1")).GetAsync($"/desk/cases/{accepted}/hearing-right", Ct);
        var early = await (await town.SignedIn("market-approver")).GetAsync($"/desk/cases/{received}/hearing-right", Ct);
        var silent = await town.Do("market-approver", accepted, "hearing-right", ("why", " "));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity), (stranger.StatusCode, clerk.StatusCode, early.StatusCode, silent.StatusCode));
        Assert.NotNull((await Town.PageOf(silent)).QuerySelector("#f-why-error"));
        Assert.Null((await town.CaseOf(accepted)).Hearing);
    }

    [Fact]
    public async Task Who_is_told_has_five_days_and_until_then_nothing_is_decided()
    {
        var id = await Accepted();
        await town.Review(id);
        await town.Decide(id, "back", "再看一遍");

        var answer = await town.Do("market-approver", id, "hearing-right", Right);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var told = await town.CaseOf(id);
        Assert.Equal(new DateOnly(2020, 11, 9), told.Hearing!.RequestBy); // five working days after Monday
        Assert.Contains("听证权利告知书", await Papers(id));
        Assert.Contains("告知听证权利", await Verbs(id));
        Assert.True(await town.Rows(db => db.Set<OutboxMessage>().AnyAsync(m => m.MatterId == id && m.Subject == "您可以要求听证")));
        await town.Review(id);
        var decided = await town.Decide(id);
        Assert.Equal(HttpStatusCode.Conflict, decided.StatusCode);
        Assert.Contains("可以在2020年11月9日", (await Town.PageOf(decided)).Body!.TextContent);
        var page = await Town.PageOf(await (await town.SignedIn("market-approver")).GetAsync($"/desk/cases/{id}", Ct));
        Assert.Contains("拟设场所紧邻居民住宅", page.Body!.TextContent);
        Assert.NotNull(page.QuerySelector($"a[href='/desk/cases/{id}/hearing-request']"));
    }

    [Fact]
    public async Task A_waiver_of_all_lets_the_decision_go_on_at_once()
    {
        var id = await Accepted();
        await town.Do("market-approver", id, "hearing-right", Right);
        await town.Review(id);

        var nothing = await town.Do("clerk1", id, "hearing-request");
        var waived = await town.Do("clerk1", id, "hearing-request", ("answer", "Waive"), ("statement", "双方11月2日书面放弃"));
        var again = await town.Do("clerk1", id, "hearing-request", ("answer", "Applicant"), ("statement", "又想听证"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.Conflict), (nothing.StatusCode, waived.StatusCode, again.StatusCode));
        Assert.Null((await town.CaseOf(id)).Paused);
        Assert.Equal(HttpStatusCode.SeeOther, (await town.Decide(id)).StatusCode);
    }

    [Fact]
    public async Task The_request_stops_the_clock_and_gives_the_unit_twenty_days()
    {
        var id = await town.FileOnline(TownCatalogue.Food);
        await town.Accept(id);
        await town.Do("market-approver", id, "hearing-right", ("why", "拟设场所紧邻居民住宅"));
        var (browser, page) = (await town.SignedIn("citizen1"), $"/my/cases/{id}/hearing");
        Assert.Contains("您可以要求听证", (await Town.PageOf(await browser.GetAsync($"/my/cases/{id}", Ct))).Body!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("citizen2")).GetAsync(page, Ct)).StatusCode);

        var party = await town.Do("clerk1", id, "hearing-request", ("answer", "Party"), ("name", "演示戊"), ("statement", "影响采光")); // nobody else was told
        var empty = await town.PostForm(browser, page, page, ("statement", ""));
        var asked = await town.PostForm(browser, page, page, ("statement", "请听取我的说明"));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (party.StatusCode, empty.StatusCode, asked.StatusCode));
        var c = await town.CaseOf(id);
        Assert.Equal(("特别程序：听证", (DateOnly?)null, new DateOnly(2020, 11, 30)), (c.Paused, c.Due, c.Hearing!.HoldBy));
        var task = await town.Rows(db => db.Set<InboxTask>().SingleAsync(t => t.MatterId == id && t.Code == "hearing" && t.ClosedAt == null));
        Assert.Equal(new DateOnly(2020, 11, 30), task.Due);
        Assert.Equal(HttpStatusCode.Conflict, (await town.Review(id)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(page, Ct)).StatusCode); // asked for once
    }

    [Fact]
    public async Task The_notice_leaves_seven_days_and_who_examined_does_not_preside()
    {
        var id = await Accepted();
        await town.TakeUp(id);
        await town.Do("market-approver", id, "hearing-right", Right);
        await town.Do("clerk1", id, "hearing-request", ("answer", "Party"), ("name", "演示戊"), ("statement", "影响采光"));
        var (head, reviewer) = (await town.Account("market-head"), await town.Account("market-approver"));

        var blank = await town.Do("market-approver", id, "hearing");
        var soon = await Notify(id, "2020-11-10", head);
        var examined = await Notify(id, "2020-11-11", reviewer);
        var late = await Notify(id, "2020-12-01", head);
        var told = await Notify(id, "2020-11-11", head);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (blank.StatusCode, told.StatusCode));
        Assert.All([soon, examined, late], a => Assert.Equal(HttpStatusCode.Conflict, a.StatusCode));
        Assert.Contains("最早可以定在2020年11月11日", (await Town.PageOf(soon)).QuerySelector("#f-day-error")!.TextContent);
        Assert.Equal("三楼会议室", (await Town.PageOf(late)).QuerySelector("input[name=place]")!.GetAttribute("value"));
        Assert.Contains("听证通知书", await Papers(id));
        Assert.Equal(HearingStage.Notified, (await town.CaseOf(id)).Hearing!.Stage);
        Assert.Equal(["hearing-record"], await town.Rows(db => db.Set<InboxTask>().Where(t => t.MatterId == id && t.Code.StartsWith("hearing") && t.ClosedAt == null).Select(t => t.Code).ToListAsync()));
        Assert.Equal(HttpStatusCode.Conflict, (await town.Do("market-approver", id, "hearing-record", ("attended", "双方"), ("record", "还没有开"))).StatusCode);
    }

    private Task<HttpResponseMessage> Notify(Guid id, string day, Guid chair) =>
        town.Do("market-approver", id, "hearing", ("day", day), ("time", "09:30"), ("place", "三楼会议室"), ("chair", $"{chair}"));

    private async Task<Guid> Accepted()
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);
        return id;
    }

    private Task<List<string>> Papers(Guid id) => town.Rows(db => db.Set<DocumentRecord>().Where(d => d.MatterId == id).Select(d => d.KindName).ToListAsync());

    private Task<List<string>> Verbs(Guid id) => town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).Select(j => j.Verb).ToListAsync());
}
