using Yimen.Kernel;

namespace Yimen.Tests.Kernel;

/// <summary>The clock answers anybody on the internet, so absurd questions are refused in words, and large ones stay cheap.</summary>
public class LegalClockBoundsTests
{
    static readonly LegalClock Clock = new(StateCouncilCalendar.Load());
    static readonly DateOnly Start = new(2020, 6, 1);

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(10_001, 0)]
    [InlineData(10_000, 1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(5, -1)]
    public void A_limit_outside_all_reason_is_refused(int days, int extra) =>
        Assert.Equal("period-range", Refusal(() => Clock.Due(Start, Period.Working(days), null, extra)));

    [Fact]
    public void A_date_outside_all_reason_is_refused()
    {
        Assert.Equal("calendar-year", Refusal(() => Clock.Due(DateOnly.MaxValue, Period.Working(5))));
        Assert.Equal("calendar-year", Refusal(() => Clock.Due(DateOnly.MinValue, Period.Calendar(5))));
        Assert.Equal("calendar-year", Refusal(() => Clock.Due(Start, Period.Working(5), [new(DateOnly.MaxValue, null)])));
        Assert.Equal("calendar-year", Refusal(() => Clock.Due(Start, Period.Working(5), [new(Start, DateOnly.MaxValue)])));
    }

    [Fact]
    public void A_stop_that_ends_before_it_begins_is_refused() =>
        Assert.Equal("stop-backwards", Refusal(() => Clock.Due(Start, Period.Working(5), [new(Start, Start.AddDays(-1))])));

    [Fact]
    public void More_stops_than_any_matter_has_are_refused() =>
        Assert.Equal("too-many-stops", Refusal(() => Clock.Consumed(Start, Start, [.. Enumerable.Repeat(new Stop(Start, Start), 1001)])));

    [Fact]
    public void The_longest_limit_is_computed_and_explained_in_full()
    {
        var due = Clock.Due(Start, Period.Working(LegalClock.MostDays));
        var explained = Clock.Explain(Start, Period.Working(LegalClock.MostDays));

        Assert.Equal(due, explained.Due);
        Assert.True(explained.Provisional);
        Assert.Equal(LegalClock.MostDays, explained.Days.Count(d => d.Counts));
        Assert.Equal(due!.Value.DayNumber - Start.DayNumber + 1, explained.Days.Count);
    }

    [Fact]
    public void A_stop_of_a_century_is_computed_but_not_explained_day_by_day()
    {
        Stop[] stops = [new(Start, new(2120, 6, 1))];
        Assert.Equal(2120, Clock.Due(Start, Period.Working(5), stops)!.Value.Year);
        Assert.Equal("too-long-to-explain", Refusal(() => Clock.Explain(Start, Period.Working(5), stops)));
    }

    static string Refusal(Func<object?> act)
    {
        var violation = Assert.Throws<RuleViolation>(act);
        Assert.Matches("[一-龥]", violation.Message);
        return violation.Code;
    }
}
