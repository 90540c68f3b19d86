using Yimen.Kernel;

namespace Yimen.Tests.Kernel;

public class WorkCalendarTests
{
    static readonly WorkCalendar Calendar = StateCouncilCalendar.Load();

    [Fact]
    public void The_version_names_the_last_year_and_the_data_it_came_from() => Assert.Equal("gwy-2026+d4e53bf", Calendar.Version);

    [Theory]
    [InlineData("2020-05-09", "2020年5月9日 (周六，调休上班)")]
    [InlineData("2020-10-01", "2020年10月1日 (周四，国庆节、中秋节)")]
    [InlineData("2019-10-02", "2019年10月2日 (周三，国庆节)")]
    [InlineData("2020-06-06", "2020年6月6日 (周六)")]
    [InlineData("2020-06-08", "2020年6月8日 (周一)")]
    [InlineData("2020-02-03", "2020年2月3日 (周一，正常上班)")]
    public void A_date_is_written_with_its_weekday_and_what_is_special(string date, string text) =>
        Assert.Equal(text, Calendar.Format(Vectors.Day(date)));

    [Fact]
    public void Years_without_a_notice_are_known_as_such()
    {
        Assert.True(Calendar.Covers(2019));
        Assert.True(Calendar.Covers(2026));
        Assert.False(Calendar.Covers(2018));
        Assert.False(Calendar.Covers(2027));
        Assert.False(Calendar.Covers(new(2026, 12, 1), new(2027, 1, 1)));
    }

    // the notice of 2023 gave a rest day in 2022; one day does not make a year known
    [Fact]
    public void A_few_days_of_the_next_notice_do_not_cover_a_year() =>
        Assert.False(Calendar.With("x", [new(new(2027, 1, 1), "元旦", true)]).Covers(2027));

    [Fact]
    public void The_next_working_day_lies_after_the_holiday()
    {
        Assert.Equal(new DateOnly(2020, 10, 9), Calendar.NextWorkday(new(2020, 9, 30)));
        Assert.Equal(new DateOnly(2020, 10, 10), Calendar.NextWorkday(new(2020, 10, 9)));
    }

    // Guangdong put the return to work off to 10 February 2020; the State Council's data cannot know
    [Fact]
    public void A_local_order_wins_over_the_notice()
    {
        var local = Calendar.With("gwy-2026+d4e53bf+1", Enumerable.Range(3, 7).Select(d => new CalendarDay(new(2020, 2, d), "延迟复工", true)));

        Assert.False(local.IsWorkday(new(2020, 2, 3)));
        Assert.Equal("延迟复工", local.NameOf(new(2020, 2, 4)));
        Assert.Equal(new DateOnly(2020, 2, 10), local.NextWorkday(new(2020, 1, 23)));
        Assert.True(Calendar.IsWorkday(new(2020, 2, 3)));
        Assert.Equal("gwy-2026+d4e53bf+1", local.Version);
    }

    [Fact]
    public void A_calendar_without_exceptions_works_from_monday_to_friday()
    {
        var plain = new WorkCalendar("plain", []);
        Assert.Equal(5, plain.WorkdaysBetween(new(2020, 10, 4), new(2020, 10, 11)));
        Assert.Null(plain.NameOf(new(2020, 10, 1)));
        Assert.Equal("周日", plain.NameOf(new(2020, 10, 4)));
    }

    [Fact]
    public void Dates_the_wrong_way_round_have_no_working_days_between() =>
        Assert.Equal(0, Calendar.WorkdaysBetween(new(2020, 6, 30), new(2020, 6, 1)));

    // 行政许可法 第三十二条, ruling 38
    [Theory]
    [InlineData("2020-06-05T16:59:59+08:00", "2020-06-05")]
    [InlineData("2020-06-05T17:00:00+08:00", "2020-06-08")]
    [InlineData("2020-06-06T10:00:00+08:00", "2020-06-08")]
    [InlineData("2020-06-05T08:00:00Z", "2020-06-05")]
    [InlineData("2020-06-04T16:30:00Z", "2020-06-05")]
    [InlineData("2020-09-30T20:00:00+08:00", "2020-10-09")]
    [InlineData("2020-05-09T10:00:00+08:00", "2020-05-09")]
    public void An_online_filing_out_of_hours_is_received_the_next_working_day(string filed, string received) =>
        Assert.Equal(Vectors.Day(received), new LegalClock(Calendar).DayOfReceipt(DateTimeOffset.Parse(filed), new(new(9, 0), new(17, 0))));
}
