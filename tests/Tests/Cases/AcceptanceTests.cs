using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>The five questions of a slice: not allowed, not found, wrong state, shows what, changes what.</summary>
public sealed class AcceptanceTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task Another_unit_does_not_find_the_case()
    {
        var id = await town.Receive(TownCatalogue.Food);
        var browser = await town.SignedIn("civil-approver");

        var answer = await browser.GetAsync($"/desk/cases/{id}/acceptance", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_case_that_is_not_there_is_not_found()
    {
        var browser = await town.SignedIn("market-approver");

        var answer = await browser.GetAsync($"/desk/cases/{Guid.Empty}/acceptance", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_counter_does_not_accept_what_the_unit_accepts()
    {
        var id = await town.Receive(TownCatalogue.Food);

        var answer = await town.Accept(id, "clerk1");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(CaseState.Received, (await town.CaseOf(id)).State);
    }

    [Fact]
    public async Task An_accepted_case_is_not_accepted_again()
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);

        var browser = await town.SignedIn("market-approver");
        var answer = await browser.GetAsync($"/desk/cases/{id}/acceptance", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("不能受理", (await Town.PageOf(answer)).Body!.TextContent);
    }

    [Fact]
    public async Task Without_its_required_papers_a_case_is_not_accepted_and_they_are_named()
    {
        var id = await town.Receive(TownCatalogue.Food, withPapers: false);

        var answer = await town.Accept(id);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("还缺少必要材料", (await Town.PageOf(answer)).Body!.TextContent);
    }

    [Fact]
    public async Task Acceptance_sets_the_promised_day_writes_the_journal_and_moves_the_task()
    {
        var id = await town.Receive(TownCatalogue.Food);

        var answer = await town.Accept(id);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var accepted = await town.CaseOf(id);
        Assert.Equal(CaseState.Accepted, accepted.State);
        Assert.Equal(new DateOnly(2020, 11, 2), accepted.AcceptedOn);
        Assert.Equal(new DateOnly(2020, 11, 9), accepted.Due); // five working days after Monday 2 November
        var verbs = await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).OrderBy(j => j.Number).Select(j => j.Verb).ToListAsync());
        Assert.Equal(["收件", "受理"], verbs);
        var tasks = await town.Rows(db => db.Set<InboxTask>().Where(t => t.MatterId == id).OrderBy(t => t.OpenedAt).ToListAsync());
        Assert.Equal(["accept", "review"], tasks.OrderBy(t => t.Code).Select(t => t.Code));
        Assert.All(tasks, t => Assert.Equal(t.Code == "review", t.ClosedAt is null));
    }

    [Fact]
    public async Task Of_two_clerks_on_one_case_the_second_is_shown_both_versions()
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);
        var browser = await town.SignedIn("market-approver");
        var page = $"/desk/cases/{id}/review";
        var hidden = await town.HiddenFields(browser, page, page);
        await town.Review(id);

        var late = await TownDoor.Post(browser, page, hidden, ("result", "deny"), ("opinion", "场地不符合要求。"));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var text = (await Town.PageOf(late)).Body!.TextContent;
        Assert.Contains("场地不符合要求。", text);
        Assert.Contains("现场和材料均符合条件。", text);
    }
}
