using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.Appraisal;
using Yimen.Hotline.Contracts;
using Yimen.Platform.Figures;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>月末逾期: an order whose unit had not answered at a month's end counts as overdue in that month, and once. A help order of Monday, 2 November 2020 is due on the ninth.</summary>
public sealed class OverdueTests : IAsyncLifetime
{
    private static readonly DateOnly November = new(2020, 11, 1);
    private static readonly DateOnly December = new(2020, 12, 1);
    private readonly Town town = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => town.InitializeAsync();

    public ValueTask DisposeAsync() => town.DisposeAsync();

    [Fact]
    public async Task Still_open_at_the_month_s_end_it_counts_in_that_month_and_its_row_opens()
    {
        var id = await town.Signed(("phone", "13800138401"));
        town.NextMonth();

        await town.Drafted();

        var mark = (await town.Sheet()).Lines.Single(l => l.Unit == TownPeople.Market).Of(Criterion.Overdue)!;
        Assert.Equal((1, -100), (mark.All, mark.Points));
        var rows = await Town.PageOf(await (await town.SignedIn("hotline1")).GetAsync($"{AppraisalTown.Here}/units/SCJG/Overdue", Ct));
        Assert.Contains("月末逾期未答复", rows.QuerySelector("tbody")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, await town.StatusOf("hotline1", rows.QuerySelector("tbody a")!.GetAttribute("href")!));
        Assert.Contains("月末逾期", await town.JournalOf(id));
        Assert.Contains("月末逾期未答复计入当月逾期（1 计入，2 不计入）：1", (await town.Sheet()).Rules);
    }

    [Fact]
    public async Task The_same_span_counts_neither_in_the_next_month_nor_at_its_closing()
    {
        var id = await town.Signed(("phone", "13800138402"));
        town.NextMonth();
        await town.Job("overdue-spans");
        await town.Job("overdue-spans");
        Assert.Equal(1, await Overdue(November));

        await town.Finish(id);
        await town.Step("hotline1", id, "visits", ("reached", "yes"), ("attitude", "Satisfied"), ("result", "Solved"));
        await town.Step("hotline1", id, "closure", ("text", ""));
        town.Time.SetUtcNow(new DateTimeOffset(2021, 1, 5, 1, 0, 0, TimeSpan.Zero));
        await town.Job("overdue-spans");

        Assert.Equal(OrderState.Closed, (await town.Order(id)).State);
        Assert.Equal((1, 0), (await Overdue(November), await Overdue(December)));
        Assert.Equal(1, await OnTime(December)); // that it was closed late is still told by 按时办结
        Assert.Equal(0, await Good(December));
    }

    [Fact]
    public async Task Open_over_two_months_ends_it_counts_in_the_first_only()
    {
        await town.Signed(("phone", "13800138403"));
        town.NextMonth();
        await town.Job("overdue-spans");
        town.Time.SetUtcNow(new DateTimeOffset(2021, 1, 5, 1, 0, 0, TimeSpan.Zero));
        await town.Job("overdue-spans");

        Assert.Equal((1, 0), (await Overdue(November), await Overdue(December)));
        Assert.Single(await town.Rows(db => db.Set<OverdueSpan>().ToListAsync(Ct)));
    }

    [Fact]
    public async Task Answered_late_within_the_month_it_counts_when_it_is_closed_as_before()
    {
        var id = await town.Signed(("phone", "13800138404"));
        town.Time.SetUtcNow(new DateTimeOffset(2020, 11, 20, 1, 0, 0, TimeSpan.Zero));
        await town.Finish(id);
        town.NextMonth();
        await town.Job("overdue-spans");
        Assert.Equal(0, await Overdue(November));

        await town.Step("hotline1", id, "visits", ("reached", "yes"), ("attitude", "Satisfied"), ("result", "Solved"));
        await town.Step("hotline1", id, "closure", ("text", ""));

        Assert.Equal((0, 1), (await Overdue(November), await Overdue(December)));
    }

    [Fact]
    public async Task Answered_in_time_and_lying_with_the_office_it_is_not_the_unit_s()
    {
        var id = await town.Signed(("phone", "13800138405"));
        await town.Reply(id);
        var undispatched = await town.Recorded(("phone", "13800138406"));
        town.NextMonth();

        await town.Job("overdue-spans");

        Assert.Equal(0, await Overdue(November));
        Assert.Equal(OrderState.Received, (await town.Order(undispatched)).State);
    }

    [Fact]
    public async Task A_run_that_comes_late_reads_the_same_out_of_the_dated_rows()
    {
        var id = await town.Signed(("phone", "13800138407"));
        town.NextMonth();
        await town.Finish(id);
        town.Time.SetUtcNow(new DateTimeOffset(2020, 12, 18, 1, 0, 0, TimeSpan.Zero));
        await town.Step("hotline1", id, "visits", ("reached", "yes"), ("attitude", "Satisfied"), ("result", "Solved"));
        await town.Step("hotline1", id, "closure", ("text", ""));

        await town.Job("overdue-spans"); // the house stood still for the first half of December

        Assert.Equal((1, 0), (await Overdue(November), await Overdue(December)));
    }

    [Fact]
    public async Task Where_the_rule_of_the_day_says_that_it_does_not_count_closing_alone_does()
    {
        using var set = await town.Post("director", "/desk/order-limits", "/desk/order-limits", ("code", "AppraisalOpenOverdue"), ("from", "2020-11-15"), ("value", "2"), ("basis", "热线办通知"));
        Assert.Equal(HttpStatusCode.SeeOther, set.StatusCode);
        var id = await town.Signed(("phone", "13800138408"));
        town.NextMonth();
        await town.Job("overdue-spans");
        Assert.Equal(0, await Overdue(November));

        await town.Finish(id);
        await town.Step("hotline1", id, "visits", ("reached", "yes"), ("attitude", "Satisfied"), ("result", "Solved"));
        await town.Step("hotline1", id, "closure", ("text", ""));

        Assert.Equal((0, 1), (await Overdue(November), await Overdue(December)));
    }

    private Task<long> Overdue(DateOnly month) => Count("HA12", month);

    private Task<long> OnTime(DateOnly month) => Count("HA02", month);

    private Task<long> Good(DateOnly month) => Count("HA02A", month);

    private async Task<long> Count(string figure, DateOnly month)
    {
        var book = town.Host.Services.GetRequiredService<FigureBook>();
        return (await town.Rows(db => book.Compute(db, book.Find(figure)!, AppraisalCounting.ScopeOf(month) with { Unit = TownPeople.Market }, Ct))).Numerator;
    }
}
