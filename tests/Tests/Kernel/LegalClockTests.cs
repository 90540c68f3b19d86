using Yimen.Kernel;

namespace Yimen.Tests.Kernel;

public class LegalClockTests
{
    static readonly LegalClock Clock = new(StateCouncilCalendar.Load());

    // 民法典 第二百零一条: the day on which the period begins is not counted
    [Fact]
    public void The_day_of_the_start_is_not_counted() =>
        Assert.Equal(new DateOnly(2020, 6, 2), Clock.Due(new(2020, 6, 1), Period.Working(1)));

    [Fact]
    public void A_period_of_five_days_skips_the_make_up_saturday_only_when_it_is_a_rest_day()
    {
        // 30 April, then 6, 7, 8 May and the make-up Saturday
        Assert.Equal(new DateOnly(2020, 5, 9), Clock.Due(new(2020, 4, 29), Period.Working(5)));
        Assert.Equal(new DateOnly(2020, 5, 11), Clock.Due(new(2020, 4, 29), Period.Working(6)));
    }

    [Theory]
    [InlineData(DayKind.Working)]
    [InlineData(DayKind.Calendar)]
    public void A_limit_of_no_days_is_due_on_the_day_itself(DayKind kind) =>
        Assert.Equal(new DateOnly(2020, 6, 6), Clock.Due(new(2020, 6, 6), new(0, kind)));

    // 民法典 第二百零三条: a last day on a legal holiday moves to the day after the holiday
    [Theory]
    [InlineData("2020-06-01", 5, "2020-06-08")]
    [InlineData("2020-09-21", 10, "2020-10-09")]
    [InlineData("2020-06-01", 3, "2020-06-04")]
    [InlineData("2020-04-29", 10, "2020-05-09")]
    public void A_natural_day_limit_that_ends_on_a_rest_day_moves_to_the_next_working_day(string start, int days, string due) =>
        Assert.Equal(Vectors.Day(due), Clock.Due(Vectors.Day(start), Period.Calendar(days)));

    [Fact]
    public void A_stop_that_begins_on_the_last_natural_day_moves_what_the_weekend_had_moved()
    {
        Stop[] stops = [new(new(2020, 6, 6), new(2020, 6, 10))];
        Assert.Equal(new DateOnly(2020, 6, 11), Clock.Due(new(2020, 6, 1), Period.Calendar(5), stops));
        Assert.Null(Clock.Due(new(2020, 6, 1), Period.Calendar(5), [new(new(2020, 6, 6), null)]));
    }

    // 行政许可法 第四十五条, ruling 37
    [Fact]
    public void The_day_a_stop_begins_counts_and_the_day_it_is_lifted_does_not()
    {
        Stop[] stops = [new(new(2020, 6, 2), new(2020, 6, 4), "检验检测")];
        Assert.Equal(1, Clock.Consumed(new(2020, 6, 1), new(2020, 6, 4), stops));
        Assert.Equal(new DateOnly(2020, 6, 5), Clock.Due(new(2020, 6, 1), Period.Working(2), stops));
    }

    [Fact]
    public void Overlapping_stops_count_once()
    {
        Stop[] apart = [new(new(2020, 3, 9), new(2020, 3, 13)), new(new(2020, 3, 11), new(2020, 3, 20)), new(new(2020, 3, 12), new(2020, 3, 12))];
        Stop[] whole = [new(new(2020, 3, 9), new(2020, 3, 20))];
        Assert.Equal(new DateOnly(2020, 4, 13), Clock.Due(new(2020, 3, 2), Period.Working(20), whole));
        Assert.Equal(Clock.Due(new(2020, 3, 2), Period.Working(20), whole), Clock.Due(new(2020, 3, 2), Period.Working(20), apart));
    }

    [Fact]
    public void While_an_open_stop_stands_there_is_no_due_date_and_what_is_left_stands_too()
    {
        Stop[] stops = [new(new(2020, 6, 3), null, "听证")];
        Assert.Null(Clock.Due(new(2020, 6, 1), Period.Working(5), stops));
        Assert.Equal(3, Clock.Remaining(new(2020, 6, 1), Period.Working(5), stops, 0, new(2020, 6, 3)));
        Assert.Equal(3, Clock.Remaining(new(2020, 6, 1), Period.Working(5), stops, 0, new(2020, 8, 3)));
    }

    [Fact]
    public void An_open_stop_that_began_after_the_due_date_cures_nothing() =>
        Assert.Equal(new DateOnly(2020, 6, 3), Clock.Due(new(2020, 6, 1), Period.Working(2), [new(new(2020, 6, 4), null)]));

    // 行政许可法 第四十二条: twenty days, ten more with the approval of the head
    [Fact]
    public void An_extension_adds_its_days_to_the_limit() =>
        Assert.Equal(Clock.Due(new(2020, 6, 1), Period.Working(30)), Clock.Due(new(2020, 6, 1), Period.Working(20), null, 10));

    [Theory]
    [InlineData("2020-06-01", 5)]
    [InlineData("2020-06-05", 1)]
    [InlineData("2020-06-07", 1)]
    [InlineData("2020-06-08", 0)]
    [InlineData("2020-06-10", -2)]
    [InlineData("2020-05-20", 5)]
    public void What_remains_is_zero_on_the_due_day_and_negative_after(string today, int left) =>
        Assert.Equal(left, Clock.Remaining(new(2020, 6, 1), Period.Working(5), null, 0, Vectors.Day(today)));

    [Fact]
    public void What_remains_of_natural_days_is_counted_to_the_day_they_moved_to()
    {
        Assert.Equal(7, Clock.Remaining(new(2020, 6, 1), Period.Calendar(5), null, 0, new(2020, 6, 1)));
        Assert.Equal(0, Clock.Remaining(new(2020, 6, 1), Period.Calendar(5), null, 0, new(2020, 6, 8)));
        Assert.Equal(-1, Clock.Remaining(new(2020, 6, 1), Period.Calendar(5), null, 0, new(2020, 6, 9)));
    }

    [Fact]
    public void The_elapsed_clock_runs_through_night_and_holiday()
    {
        var start = new DateTimeOffset(2020, 10, 1, 23, 30, 0, ChinaTime.Offset);
        Assert.Equal(new DateTimeOffset(2020, 10, 2, 0, 30, 0, ChinaTime.Offset), ElapsedClock.Due(start, TimeSpan.FromHours(1)));
        Assert.Equal(TimeSpan.FromMinutes(-30), ElapsedClock.Remaining(start, TimeSpan.FromHours(1), start.AddMinutes(90)));
    }
}
