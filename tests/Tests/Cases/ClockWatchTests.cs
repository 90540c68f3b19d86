using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Clocks;
using Yimen.Cases.Contracts;
using Yimen.Platform.Delivery;
using Yimen.Platform.Identity;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>What the house does by itself when a clock crosses a mark. Each test has a town of its own: time passes in it.</summary>
public sealed class ClockWatchTests : IAsyncLifetime
{
    private readonly Town town = new();

    public ValueTask InitializeAsync() => town.InitializeAsync();

    public ValueTask DisposeAsync() => town.DisposeAsync();

    [Fact]
    public async Task Silence_alarms_on_day_three_and_four_and_then_the_law_accepts_from_the_day_of_receipt()
    {
        // 行政许可法 第三十二条: not told within five days, it is accepted from the day on which the material was received
        var id = await town.Receive(TownCatalogue.Food);

        await town.Mornings(7); // Monday 2 November to Monday 9, the fifth working day
        Assert.Equal(CaseState.Received, (await town.CaseOf(id)).State);
        Assert.Equal(["3", "4"], (await town.Crossings(id)).Where(c => c.Mark == ClockMark.Silence).Select(c => c.Detail));
        await town.Mornings(1);

        var deemed = await town.CaseOf(id);
        Assert.Equal(CaseState.Accepted, deemed.State);
        Assert.True(deemed.Deemed);
        Assert.Equal(new DateOnly(2020, 11, 2), deemed.AcceptedOn);
        Assert.Equal(new DateOnly(2020, 11, 9), deemed.Due);
        Assert.Contains(await town.Crossings(id), c => c.Mark == ClockMark.DeemedAccepted);
    }

    [Fact]
    public async Task The_alarm_reaches_the_clerk_the_head_and_the_centre_once()
    {
        var id = await town.Receive(TownCatalogue.Food);

        await town.Mornings(3);
        await Jobs.JobWorld.Work(town, "case-clocks");

        var told = await town.Rows(async db => await (from m in db.Set<Message>() where m.Href == "/desk/cases/" + id.ToString() join a in db.Users on m.AccountId equals a.Id select a.UserName).ToListAsync());
        Assert.Superset(new HashSet<string?> { "clerk1", "market-head", "market-approver", "coordination1" }, told.ToHashSet());
        Assert.Equal(told.Count, told.Distinct().Count());
    }

    [Fact]
    public async Task A_warning_and_an_overdue_day_are_marked_once_each_and_never_again()
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);

        await town.Mornings(10);

        var marks = (await town.Crossings(id)).Select(c => c.Mark).ToList();
        Assert.Single(marks, ClockMark.Warning);
        Assert.Single(marks, ClockMark.Promised);
        Assert.DoesNotContain(ClockMark.Statutory, marks);
    }

    [Fact]
    public async Task An_unanswered_correction_lapses_after_its_day()
    {
        var id = await town.Receive(TownCatalogue.Food, withPapers: false);
        await town.AskCorrection(id);

        await town.Mornings(21); // to Monday 23 November, the last day
        Assert.Equal(CaseState.CorrectionAsked, (await town.CaseOf(id)).State);
        await town.Mornings(1);

        var lapsed = await town.CaseOf(id);
        Assert.Equal(CaseState.Expired, lapsed.State);
        Assert.Equal(CaseOutcome.Expired, lapsed.Outcome);
    }

    [Fact]
    public async Task A_case_whose_clock_stands_crosses_nothing()
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);
        await town.AskHead(id, "SpecialProcedure", ("ground", "检测"), ("days", "5"));
        await town.AnswerHead(id, "yes");

        await town.Mornings(12);

        Assert.Empty(await town.Crossings(id));
    }

    [Fact]
    public async Task A_special_procedure_longer_than_the_item_allows_is_marked()
    {
        var id = await town.Receive(TownCatalogue.Food); // 特别程序 at most ten working days
        await town.Accept(id);
        await town.AskHead(id, "SpecialProcedure", ("ground", "检测"), ("days", "10"));
        await town.AnswerHead(id, "yes");

        await town.Mornings(15);

        var mark = Assert.Single(await town.Crossings(id));
        Assert.Equal((ClockMark.Special, new DateOnly(2020, 11, 16)), (mark.Mark, mark.Due));
    }
}
