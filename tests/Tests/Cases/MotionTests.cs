using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Platform.Documents;
using Yimen.Platform.Tasks;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>What only the unit's head may grant: stops of the clock, the extension, a termination, a transfer upward.</summary>
public sealed class MotionTests(Town town) : IClassFixture<Town>
{
    /// <summary>行政许可法 第四十五条 names what is not counted; anything else needs the head as a hold.</summary>
    [Fact]
    public async Task A_special_procedure_that_the_law_does_not_name_is_refused()
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);

        var form = await town.AskHead(id, "SpecialProcedure", ("ground", "等领导出差回来"), ("days", "3"));
        var program = await (await town.Program("market-approver")).Send($"/api/v1/cases/{id}/motions", new { kind = "SpecialProcedure", why = "需要等待", ground = "等领导出差回来", days = 3 }, match: "*");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict), (form.StatusCode, program.StatusCode));
        Assert.NotNull((await Town.PageOf(form)).QuerySelector("#f-ground-error"));
        Assert.Null((await town.CaseOf(id)).OpenMotion);
    }

    [Fact]
    public async Task A_special_procedure_stops_the_clock_from_the_day_after_and_tells_the_applicant()
    {
        // 行政许可法 第四十五条: the time of an inspection is not counted, and the applicant is told how long it takes
        var id = await Accepted();
        await town.AskHead(id, "SpecialProcedure", ("ground", "检验"), ("days", "3"));

        var answer = await town.AnswerHead(id, "yes");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var paused = await town.CaseOf(id);
        Assert.Equal("特别程序：检验", paused.Paused);
        Assert.Null(paused.Due);
        Assert.Contains("特别程序告知书", await Papers(id));
        var page = await Town.PageOf(await (await town.SignedIn("market-approver")).GetAsync($"/desk/cases/{id}", TestContext.Current.CancellationToken));
        Assert.Contains("已暂停 · 特别程序：检验", page.Body!.TextContent);
        Assert.Null(await town.Rows(db => db.Set<InboxTask>().Where(t => t.MatterId == id && t.Code == "review" && t.ClosedAt == null).Select(t => t.Due).SingleAsync()));
    }

    [Fact]
    public async Task While_the_clock_stands_no_opinion_is_handed_in_and_after_it_the_days_go_on()
    {
        var id = await Accepted();
        await town.AskHead(id, "Hold", ("ground", "等待上级系统恢复"), ("days", "2"));
        await town.AnswerHead(id, "yes");

        Assert.Equal(HttpStatusCode.Conflict, (await town.Review(id)).StatusCode);
        var answer = await town.Do("market-approver", id, "resumption", ("result", "系统已恢复"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var resumed = await town.CaseOf(id);
        Assert.Null(resumed.Paused);
        Assert.Equal(new DateOnly(2020, 11, 9), resumed.Due); // stood within one day: nothing was lost
        Assert.Equal(HttpStatusCode.SeeOther, (await town.Review(id)).StatusCode);
    }

    [Fact]
    public async Task An_extension_is_granted_once_within_ten_days_and_moves_the_deadline()
    {
        // 行政许可法 第四十二条
        var id = await Accepted();

        Assert.Equal(HttpStatusCode.Conflict, (await town.AskHead(id, "Extension", ("days", "11"))).StatusCode);
        await town.AskHead(id, "Extension", ("days", "10"));
        await town.AnswerHead(id, "yes");

        var extended = await town.CaseOf(id);
        Assert.Equal(new DateOnly(2020, 11, 23), extended.Due); // five and ten working days after 2 November
        Assert.Contains("延期告知书", await Papers(id));
        var again = await town.AskHead(id, "Extension", ("days", "1"));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("延期只能一次", (await Town.PageOf(again)).Body!.TextContent);
    }

    [Fact]
    public async Task A_no_needs_its_reason_and_changes_nothing()
    {
        var id = await Accepted();
        await town.AskHead(id, "Extension", ("days", "3"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.AnswerHead(id, "no")).StatusCode);
        await town.AnswerHead(id, "no", "按期可以办结。");

        var same = await town.CaseOf(id);
        Assert.Equal(0, same.ExtraDays);
        Assert.Null(same.OpenMotion);
        Assert.Equal("按期可以办结。", same.Motions.Single().Remark);
    }

    [Fact]
    public async Task Another_units_head_finds_no_motion_and_the_inbox_of_the_own_head_holds_it()
    {
        var id = await Accepted();
        await town.AskHead(id, "Extension", ("days", "3"));
        var motion = (await town.CaseOf(id)).OpenMotion!.Id;

        var answer = await (await town.SignedIn("civil-head")).GetAsync($"/desk/cases/{id}/motions/{motion}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("unit-head", await town.Rows(db => db.Set<InboxTask>().Where(t => t.MatterId == id && t.Code == "answer" && t.ClosedAt == null).Select(t => t.Role).SingleAsync()));
    }

    [Fact]
    public async Task An_approved_termination_ends_the_case_with_its_notice()
    {
        var id = await Accepted();
        await town.AskHead(id, "Termination");
        await town.AnswerHead(id, "yes");

        var ended = await town.CaseOf(id);
        Assert.Equal(CaseState.Terminated, ended.State);
        Assert.Equal(CaseOutcome.Terminated, ended.Outcome);
        Assert.Contains("终止办理通知书", await Papers(id));
    }

    [Fact]
    public async Task A_transfer_upward_closes_the_case_and_names_the_body()
    {
        var id = await Accepted();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.AskHead(id, "TransferUp")).StatusCode);
        await town.AskHead(id, "TransferUp", ("to", "韶关市市场监督管理局"));
        await town.AnswerHead(id, "yes");

        var gone = await town.CaseOf(id);
        Assert.Equal(CaseState.TransferredUp, gone.State);
        Assert.Equal("韶关市市场监督管理局", gone.Ending!.Body);
        Assert.Equal(new DateOnly(2020, 11, 2), gone.ClosedOn);
    }

    private async Task<Guid> Accepted()
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);
        return id;
    }

    private Task<List<string>> Papers(Guid id) => town.Rows(db => db.Set<DocumentRecord>().Where(d => d.MatterId == id).Select(d => d.KindName).ToListAsync());
}
