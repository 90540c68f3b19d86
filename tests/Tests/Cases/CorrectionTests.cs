using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Platform.Delivery;
using Yimen.Platform.Documents;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>行政许可法 第三十二条第四项: what is missing is told on the spot or within five days, once, everything.</summary>
public sealed class CorrectionTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task Another_unit_does_not_find_the_case()
    {
        var id = await town.Receive(TownCatalogue.Food, withPapers: false);

        var answer = await (await town.SignedIn("civil-approver")).GetAsync($"/desk/cases/{id}/corrections", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_counter_does_not_ask_for_the_unit_that_accepts()
    {
        var id = await town.Receive(TownCatalogue.Food, withPapers: false);

        var answer = await town.Do("clerk1", id, "corrections", ("flaw-1", "缺少申请书"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(CaseState.Received, (await town.CaseOf(id)).State);
    }

    [Fact]
    public async Task A_notice_that_names_nothing_is_refused_at_the_field()
    {
        var id = await town.Receive(TownCatalogue.Food, withPapers: false);

        var answer = await town.Do("market-approver", id, "corrections", ("flaw-1", " "));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("至少写明一项", (await Town.PageOf(answer)).Body!.TextContent);
    }

    [Fact]
    public async Task The_notice_stops_the_clock_tells_the_applicant_and_leaves_a_paper()
    {
        var id = await town.Receive(TownCatalogue.Food, withPapers: false);

        var answer = await town.AskCorrection(id);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var asked = await town.CaseOf(id);
        Assert.Equal(CaseState.CorrectionAsked, asked.State);
        Assert.Null(asked.TellBy);
        Assert.Equal(new DateOnly(2020, 11, 23), asked.OpenCorrection!.AnswerBy); // fifteen working days after Monday 2 November
        var paper = await town.Rows(db => db.Set<DocumentRecord>().SingleAsync(d => d.MatterId == id));
        Assert.Equal("一次性补正材料告知书", paper.KindName);
        Assert.Equal(1, await town.Rows(db => db.Set<OutboxMessage>().CountAsync(m => m.MatterId == id)));
        Assert.Equal("补正告知", await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).OrderByDescending(j => j.Number).Select(j => j.Verb).FirstAsync()));
        Assert.False(await town.Rows(db => db.Set<InboxTask>().AnyAsync(t => t.MatterId == id && t.ClosedAt == null)));
    }

    [Fact]
    public async Task What_was_told_once_is_not_told_again_without_the_heads_approval()
    {
        var id = await town.Receive(TownCatalogue.Food, withPapers: false);
        await town.AskCorrection(id);
        await town.Supply(id);

        var again = await town.Do("market-approver", id, "corrections", ("flaw-2", "营业执照看不清"));

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("一次告知", (await Town.PageOf(again)).Body!.TextContent);
    }

    [Fact]
    public async Task After_the_answer_the_five_days_begin_anew()
    {
        var id = await town.Receive(TownCatalogue.Food, withPapers: false);
        await town.AskCorrection(id);

        var answer = await town.Supply(id);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var supplied = await town.CaseOf(id);
        Assert.Equal(CaseState.Corrected, supplied.State);
        Assert.Equal(new DateOnly(2020, 11, 9), supplied.TellBy); // five working days from 2 November
        Assert.Empty(supplied.Missing);
        Assert.Equal(HttpStatusCode.SeeOther, (await town.Accept(id)).StatusCode);
    }

    [Fact]
    public async Task A_second_notice_needs_the_head_does_not_stop_the_clock_and_raises_a_mark()
    {
        var id = await town.Receive(TownCatalogue.Food, withPapers: false);
        await town.AskCorrection(id);
        await town.Supply(id);
        await town.AskHead(id, "SecondCorrection", ("flaw-2", "补交的营业执照已过期"));

        var answer = await town.AnswerHead(id, "yes");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var again = await town.CaseOf(id);
        Assert.Equal(CaseState.CorrectionAsked, again.State);
        Assert.Equal(2, again.OpenCorrection!.Sequence);
        Assert.Equal(new DateOnly(2020, 11, 9), again.TellBy);
        Assert.Single(await town.Crossings(id), c => c.Mark == Yimen.Cases.Clocks.ClockMark.SecondCorrection);
    }

    [Fact]
    public async Task The_applicant_answers_online_and_sees_what_was_asked()
    {
        var id = await town.FileOnline(TownCatalogue.Food);
        await town.AskCorrection(id);
        var browser = await town.SignedIn("citizen1");

        var page = await Town.PageOf(await browser.GetAsync($"/my/cases/{id}", TestContext.Current.CancellationToken));
        Assert.Contains("缺少申请人签名", page.Body!.TextContent);
        var answer = await town.PostForm(browser, $"/my/cases/{id}/correction", $"/my/cases/{id}/correction", [("request", "开一家小店，经营热食")]);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var c = await town.CaseOf(id);
        Assert.Equal((CaseState.Corrected, "开一家小店，经营热食"), (c.State, c.Request));
        var receipt = await town.Rows(db => db.Set<DocumentRecord>().SingleAsync(d => d.MatterId == id && d.KindName == "材料接收凭证"));
        Assert.Contains("申请内容", await browser.GetStringAsync($"/documents/{receipt.Id}", TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("citizen2")).GetAsync($"/my/cases/{id}/correction", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task An_answer_that_brings_nothing_is_refused_and_gives_no_receipt()
    {
        var id = await town.FileOnline(TownCatalogue.Food);
        await town.AskCorrection(id);
        var (page, browser) = ($"/my/cases/{id}/correction", await town.SignedIn("citizen1"));
        var asked = (await Town.PageOf(await browser.GetAsync(page, TestContext.Current.CancellationToken))).QuerySelector("textarea[name=request]")!.TextContent.Trim();

        var online = await town.PostForm(browser, page, page, [("request", asked)]);
        var window = await town.Do("clerk1", id, "supply", ("request", asked));
        var program = await (await town.Program("clerk1")).Send($"/api/v1/cases/{id}/supply", new { papers = Array.Empty<int>() }, match: "*");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict), (online.StatusCode, window.StatusCode, program.StatusCode));
        Assert.Contains("还没有补交任何材料", (await Town.PageOf(online)).Body!.TextContent);
        Assert.NotNull((await Town.PageOf(window)).QuerySelector("#f-papers-error"));
        Assert.Equal(CaseState.CorrectionAsked, (await town.CaseOf(id)).State);
        Assert.DoesNotContain("材料接收凭证", await town.Rows(db => db.Set<DocumentRecord>().Where(d => d.MatterId == id).Select(d => d.KindName).ToListAsync()));
    }

    [Fact]
    public async Task While_the_case_is_reviewed_a_notice_leaves_state_and_clock_as_they_are()
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);
        await town.TakeUp(id);
        var due = (await town.CaseOf(id)).Due;

        var answer = await town.AskCorrection(id);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var reviewed = await town.CaseOf(id);
        Assert.Equal(CaseState.Reviewing, reviewed.State);
        Assert.Equal(due, reviewed.Due);
        Assert.Contains(await town.Rows(db => db.Set<DocumentRecord>().Where(d => d.MatterId == id).Select(d => d.KindName).ToListAsync()), n => n == "审查阶段补正通知书");
    }
}
