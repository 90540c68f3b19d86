using CsCheck;
using Yimen.Kernel;

namespace Yimen.Tests.Kernel;

public class LegalClockPropertyTests
{
    static readonly WorkCalendar Calendar = StateCouncilCalendar.Load();
    static readonly LegalClock Clock = new(Calendar);

    // the known years, and those on either side
    static readonly Gen<DateOnly> Day = Gen.Int[0, 4200].Select(new DateOnly(2017, 6, 1).AddDays);
    static readonly Gen<DayKind> Kind = Gen.Enum<DayKind>();
    static readonly Gen<Stop> Closed = Gen.Select(Day, Gen.Int[0, 60], (begin, days) => new Stop(begin, begin.AddDays(days)));
    static readonly Gen<Stop[]> Stops = Closed.Array[0, 5];
    static readonly Gen<(DateOnly Start, Period Period, Stop[] Stops)> Matter =
        Gen.Select(Day, Gen.Int[0, 90], Kind, Stops, (start, days, kind, stops) => (start, new Period(days, kind), stops));

    [Fact]
    public void The_due_date_agrees_with_counting_day_by_day() => Matter.Sample(m =>
        Assert.Equal(Naive(m.Start, m.Period, m.Stops), Clock.Due(m.Start, m.Period, m.Stops)));

    [Fact]
    public void By_the_due_date_exactly_the_limit_is_consumed() => Gen.Select(Day, Gen.Int[0, 200], Stops).Sample((start, days, stops) =>
    {
        var due = Clock.Due(start, Period.Working(days), stops)!.Value;
        Assert.Equal(days, Clock.Consumed(start, due, stops));
        Assert.True(days == 0 || Clock.Consumed(start, due.AddDays(-1), stops) == days - 1);
    });

    [Fact]
    public void A_stop_never_makes_a_due_date_earlier() => Gen.Select(Matter, Closed).Sample((m, more) =>
        Assert.True(Clock.Due(m.Start, m.Period, [.. m.Stops, more]) >= Clock.Due(m.Start, m.Period, m.Stops)));

    [Fact]
    public void The_order_of_stops_does_not_matter() => Matter.Sample(m =>
        Assert.Equal(Clock.Due(m.Start, m.Period, m.Stops), Clock.Due(m.Start, m.Period, [.. m.Stops.Reverse()])));

    [Fact]
    public void What_remains_falls_by_what_is_consumed() => Gen.Select(Day, Gen.Int[0, 90], Stops, Gen.Int[0, 200]).Sample((start, days, stops, later) =>
    {
        var today = start.AddDays(later);
        Assert.Equal(days - Clock.Consumed(start, today, stops), Clock.Remaining(start, Period.Working(days), stops, 0, today));
    });

    [Fact]
    public void The_explanation_counts_to_the_same_day() => Matter.Sample(m =>
    {
        var explained = Clock.Explain(m.Start, m.Period, m.Stops);
        Assert.Equal(Clock.Due(m.Start, m.Period, m.Stops), explained.Due);
        Assert.Equal(explained.Due, explained.Days[^1].Date);
        Assert.Equal(m.Period.Days, explained.Days.Count(d => d.Counts));
    });

    [Fact]
    public void Working_days_between_two_dates_agree_with_counting_them() => Gen.Select(Day, Day).Sample((after, upTo) =>
    {
        var naive = 0;
        for (var d = after.AddDays(1); d <= upTo; d = d.AddDays(1))
        {
            naive += Works(d) ? 1 : 0;
        }

        Assert.Equal(naive, Calendar.WorkdaysBetween(after, upTo));
    });

    [Fact]
    public void Adding_working_days_undoes_counting_them() => Gen.Select(Day, Gen.Int[1, 3000]).Sample((start, days) =>
    {
        var end = Calendar.AddWorkdays(start, days);
        Assert.True(Calendar.IsWorkday(end));
        Assert.Equal(days, Calendar.WorkdaysBetween(start, end));
    });

    /// <summary>The definition, read aloud.</summary>
    static DateOnly Naive(DateOnly start, Period period, Stop[] stops)
    {
        bool Stopped(DateOnly d) => stops.Any(s => s.Begin < d && d <= s.End);
        var day = start;
        for (var left = period.Days; left > 0;)
        {
            day = day.AddDays(1);
            left -= !Stopped(day) && (period.Kind == DayKind.Calendar || Works(day)) ? 1 : 0;
        }

        while (period is { Kind: DayKind.Calendar, Days: > 0 } && (Stopped(day) || !Works(day)))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    static readonly Dictionary<DateOnly, bool> Off = StateCouncilCalendar.File().Days.ToDictionary(d => d.Date, d => d.IsOff);

    static bool Works(DateOnly d) => Off.TryGetValue(d, out var off) ? !off : d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
