using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Clocks;
using Yimen.Cases.Hearings;
using Yimen.Kernel;
using Yimen.Platform.Delivery;
using Yimen.Platform.Documents;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>行政许可法 第四十七条: the parties beside the applicant have letters of their own, and twenty days in which a hearing is held. It begins on Monday, 2 November 2020.</summary>
public sealed class HearingPartyTests(Town town) : IClassFixture<Town>
{
    private static readonly WorkCalendar Calendar = StateCouncilCalendar.Load();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_party_has_a_numbered_letter_and_one_by_sms_is_served_at_once()
    {
        var id = await Told(("演示戊", "Post", "演示路 2 号"), ("演示己", "Electronic", "13800138006"));

        var parties = (await town.CaseOf(id)).Hearing!.Parties;
        var letters = await town.Rows(db => db.Set<DocumentRecord>().AsNoTracking().Where(d => d.MatterId == id && d.MatterKind == "hearing-letter").ToListAsync());
        Assert.Equal([null, town.Time.Today()], parties.Select(p => p.Letters.Single().ServedOn));
        Assert.All(letters, l => Assert.Equal("听证权利告知书", l.KindName));
        Assert.Equal(2, letters.Select(l => l.Number).Distinct().Count());
        Assert.True(await town.Rows(db => db.Set<OutboxMessage>().AnyAsync(m => m.MatterId == id && m.Channel == DeliveryChannel.Sms)));
        var paper = (await Town.PageOf(await (await town.SignedIn("market-approver")).GetAsync($"/documents/{parties[0].Letters[0].DocumentId}", Ct))).QuerySelector("main")!.TextContent;
        Assert.Contains("演示戊", paper);
        Assert.DoesNotContain("演示己", paper);
        Assert.Contains("听证权利告知书", await town.Anybody().GetStringAsync($"/verify/{letters[0].Code}", Ct));
        Assert.Contains(letters[0].Number, await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id && j.Verb == "告知听证权利").Select(j => j.Changes).SingleAsync()));
    }

    [Fact]
    public async Task A_letter_to_a_party_is_not_the_applicant_s_to_read()
    {
        var id = await town.FileOnline(TownCatalogue.Food);
        await town.Accept(id);
        await Tell(id, ("演示戊", "Direct", ""));
        var letter = (await town.CaseOf(id)).Hearing!.Parties[0].Letters[0].DocumentId;
        var own = await town.SignedIn("citizen1");

        Assert.Equal(HttpStatusCode.NotFound, (await own.GetAsync($"/documents/{letter}", Ct)).StatusCode);
        Assert.Null((await Town.PageOf(await own.GetAsync($"/my/cases/{id}", Ct))).QuerySelector($"a[href='/documents/{letter}']"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("civil-approver")).GetAsync($"/desk/cases/{id}/hearing-letters", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_party_s_days_begin_when_the_letter_reached_them_and_until_then_nothing_is_decided()
    {
        var id = await Told(("演示戊", "Direct", ""));
        await town.Review(id);
        await town.Decide(id, "back", "再看一遍");
        var letter = (await town.CaseOf(id)).Hearing!.Parties[0].Letters[0];
        Assert.Single(await Tasks(id, "hearing-letters"));
        Days(6);
        await town.Review(id);
        Assert.Contains("还没有送达全部利害关系人", (await Town.PageOf(await town.Decide(id))).Body!.TextContent);

        var (blank, future) = (await Serve(id), await Serve(id, ($"on-{letter.DocumentId:N}", $"{town.Time.Today().AddDays(1):yyyy-MM-dd}")));
        var served = await Serve(id, ($"on-{letter.DocumentId:N}", $"{town.Time.Today():yyyy-MM-dd}"), ($"note-{letter.DocumentId:N}", "本人签收"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (blank.StatusCode, future.StatusCode, served.StatusCode));
        Assert.NotNull((await Town.PageOf(future)).QuerySelector(".error-summary"));
        var hearing = (await town.CaseOf(id)).Hearing!;
        Assert.Equal((town.Time.Today(), "本人签收", Calendar.AddWorkdays(town.Time.Today(), 5)), (hearing.Parties[0].Letters[0].ServedOn, hearing.Parties[0].Letters[0].Note, hearing.RequestBy));
        Assert.Empty(await Tasks(id, "hearing-letters"));
        Assert.Contains("送达听证文书", await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).Select(j => j.Verb).ToListAsync()));
        Assert.Contains("本人签收", (await Town.PageOf(await (await town.SignedIn("market-approver")).GetAsync($"/desk/cases/{id}/hearing-letters", Ct))).QuerySelector("table")!.TextContent);
        Days(6);
        Assert.Equal(HttpStatusCode.SeeOther, (await town.Decide(id)).StatusCode);
    }

    [Fact]
    public async Task Who_was_not_told_does_not_ask_as_a_party_and_the_notice_goes_to_each_who_was()
    {
        var id = await Told(("演示戊", "Electronic", "13800138005"));

        var stranger = await town.Do("clerk1", id, "hearing-request", ("answer", "Party"), ("name", "演示庚"), ("statement", "我也有意见"));
        await town.Do("clerk1", id, "hearing-request", ("answer", "Party"), ("name", "演示戊"), ("statement", "影响采光"));
        var day = Calendar.AddWorkdays(town.Time.Today(), 7);
        await town.Do("market-approver", id, "hearing", ("day", $"{day:yyyy-MM-dd}"), ("time", "09:30"), ("place", "三楼会议室"), ("chair", $"{await town.Account("market-head")}"));

        Assert.Equal(HttpStatusCode.Conflict, stranger.StatusCode);
        Assert.Contains("没有演示庚", (await Town.PageOf(stranger)).Body!.TextContent);
        Assert.Equal([HearingPaper.Right, HearingPaper.Notice], (await town.CaseOf(id)).Hearing!.Parties.Single().Letters.Select(l => l.What));
    }

    [Fact]
    public async Task What_is_wrong_with_a_party_is_said_at_its_field_and_in_the_body_of_a_program()
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);

        var form = await town.Do("market-approver", id, "hearing-right", ("why", "影响采光"), ("party-name-1", "演示戊"), ("party-way-1", "Electronic"), ("party-reach-1", "不知道"), ("party-name-2", "演示戊"), ("party-way-2", "Direct"), ("party-name-3", "演示戊"), ("party-way-3", "Direct"));
        var program = await (await town.Program("market-approver")).Send($"/api/v1/cases/{id}/hearing-right", new { why = "影响采光", parties = new object[] { new { name = "演示戊", way = "Direct" }, new { way = "Direct" } } }, match: "*");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.BadRequest), (form.StatusCode, program.StatusCode));
        var page = await Town.PageOf(form);
        Assert.Equal("true", page.QuerySelector("[name=party-reach-1]")!.GetAttribute("aria-invalid"));
        Assert.Equal("true", page.QuerySelector("[name=party-name-3]")!.GetAttribute("aria-invalid"));
        Assert.Equal("不知道", page.QuerySelector("[name=party-reach-1]")!.GetAttribute("value"));
        Assert.Equal(["parties[1].name"], (await program.Json()).GetProperty("errors").EnumerateObject().Select(e => e.Name));
        Assert.Null((await town.CaseOf(id)).Hearing);
    }

    [Fact]
    public async Task Who_has_set_no_day_is_warned_and_past_the_twentieth_the_mark_is_crossed()
    {
        var id = await Told(("演示戊", "Electronic", "13800138005"));
        await town.TakeUp(id);
        await town.Do("clerk1", id, "hearing-request", ("answer", "Applicant"), ("statement", "请听取我的说明"));
        var last = (await town.CaseOf(id)).Hearing!.HoldBy!.Value;

        await Jobs.JobWorld.Work(town, "case-clocks");
        Assert.DoesNotContain(await town.Crossings(id), x => x.Mark == ClockMark.HearingNear);
        town.Time.Advance(TimeSpan.FromDays(Calendar.AddWorkdays(town.Time.Today(), 10).DayNumber - town.Time.Today().DayNumber));
        await Jobs.JobWorld.Work(town, "case-clocks");
        await Jobs.JobWorld.Work(town, "case-clocks");
        var near = Assert.Single(await town.Crossings(id), x => x.Mark == ClockMark.HearingNear);
        Assert.Equal((last, new DateOnly(2020, 1, 1)), (near.Due, near.RuleFrom));
        town.Time.Advance(TimeSpan.FromDays(last.DayNumber + 1 - town.Time.Today().DayNumber));
        await Jobs.JobWorld.Work(town, "case-clocks");

        var late = Assert.Single(await town.Crossings(id), x => x.Mark == ClockMark.HearingLate);
        Assert.Equal((last.AddDays(1), last, new DateOnly(2004, 7, 1)), (late.On, late.Due, late.RuleFrom));
        var reviewer = await town.Account("market-approver");
        Assert.Equal(["听证还没有通知时间和地点，组织期限临近", "超过规定期限还没有举行听证"], (await town.Rows(db => db.Set<Message>().Where(m => m.AccountId == reviewer && m.Href == "/desk/cases/" + id.ToString()).OrderBy(m => m.At).Select(m => m.Subject).ToListAsync())).Where(s => s.Contains("听证")));
        Assert.Contains("听证超期", (await Town.PageOf(await (await town.SignedIn("market-head")).GetAsync("/desk/crossings", Ct))).QuerySelector("tbody")!.TextContent);
    }

    private async Task<Guid> Told(params (string Name, string Way, string Reach)[] parties)
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);
        await Tell(id, parties);
        return id;
    }

    private async Task Tell(Guid id, params (string Name, string Way, string Reach)[] parties)
    {
        using var answer = await town.Do("market-approver", id, "hearing-right", [("why", "拟设场所紧邻居民住宅"), .. parties.SelectMany((p, n) => new (string, string?)[] { ($"party-name-{n + 1}", p.Name), ($"party-way-{n + 1}", p.Way), ($"party-reach-{n + 1}", p.Reach) })]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private Task<HttpResponseMessage> Serve(Guid id, params (string, string?)[] fields) => town.Do("market-approver", id, "hearing-letters", fields);

    private void Days(int workdays) => town.Time.Advance(TimeSpan.FromDays(Calendar.AddWorkdays(town.Time.Today(), workdays).DayNumber - town.Time.Today().DayNumber));

    private Task<List<InboxTask>> Tasks(Guid id, string code) => town.Rows(db => db.Set<InboxTask>().Where(t => t.MatterId == id && t.Code == code && t.ClosedAt == null).ToListAsync());
}
