using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

public sealed class CaseJourneyTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task A_walk_in_gets_from_the_window_to_the_delivered_decision()
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);
        await town.Review(id);
        await town.Decide(id);
        await town.Certify(id);
        var served = await town.Do("clerk1", id, "delivery", ("method", "Direct"), ("recipient", "演示丙"));

        Assert.Equal(HttpStatusCode.SeeOther, served.StatusCode);
        var done = await town.CaseOf(id);
        Assert.Equal(CaseState.Delivered, done.State);
        Assert.True(done.Decision!.Granted);
        Assert.True(done.OnTime);
        Assert.NotNull(done.DocumentId);
        var entries = await town.Rows(db => db.Set<JournalEntry>().CountAsync(j => j.MatterId == id));
        Assert.Equal(done.Trail.Count, entries);
    }

    [Fact]
    public async Task Who_reviewed_does_not_sign()
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);
        await town.Review(id);

        var proposed = await town.CaseOf(id);
        var reviewer = new Act(new Actor(proposed.Reviewer!.Value, "审查人", proposed.Unit), town.Time.GetUtcNow());
        var refusal = Assert.Throws<RuleViolation>(() => proposed.Decide(true, reviewer, new LegalClock(StateCouncilCalendar.Load()), Period.Working(10)));

        Assert.Equal("reviewer-signs", refusal.Code);
    }

    [Fact]
    public async Task A_denial_without_reasons_is_refused_at_the_field()
    {
        // 行政许可法 第三十八条: a denial states its reasons
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);
        await town.Review(id, "deny");

        var answer = await town.Decide(id, "deny");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("说明理由", (await Town.PageOf(answer)).Body!.TextContent);
    }

    [Fact]
    public async Task A_case_that_is_sent_back_returns_to_its_reviewer()
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);
        await town.Review(id);

        await town.Decide(id, "back", "请补充现场照片。");

        var back = await town.CaseOf(id);
        Assert.Equal(CaseState.Reviewing, back.State);
        Assert.Single(back.Opinions);
    }

    [Fact]
    public async Task One_authorised_person_finishes_in_one_sitting_and_every_step_is_written()
    {
        var id = await town.Receive(TownCatalogue.ElderBeixiang, "town1", "T-BXZ-01");

        var answer = await town.Do("town1", id, "sitting", ("opinion", "年满六十周岁，当场办结。"), ("recipient", "演示丙"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(CaseState.Delivered, (await town.CaseOf(id)).State);
        var verbs = await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).OrderBy(j => j.Number).Select(j => j.Verb).ToListAsync());
        Assert.Equal(["收件", "受理", "接办", "审查", "准予", "制发决定", "送达"], verbs);
    }

    [Fact]
    public async Task Numbers_run_without_gaps_within_the_day_and_the_unit()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add(await town.Receive(TownCatalogue.Disability, window: "A03"));
        }

        var numbers = new List<string>();
        foreach (var id in ids)
        {
            numbers.Add((await town.CaseOf(id)).Number);
        }

        var first = int.Parse(numbers[0][^4..]);
        Assert.Equal([$"{first:0000}", $"{first + 1:0000}", $"{first + 2:0000}"], numbers.Select(n => n[^4..]));
        Assert.All(numbers, n => Assert.StartsWith("20201102", n));
    }
}
