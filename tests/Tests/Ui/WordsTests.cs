using Yimen.Platform.Ui;

namespace Yimen.Tests.Ui;

public sealed class WordsTests
{
    private static readonly DateTimeOffset Now = new(2020, 5, 9, 6, 30, 0, TimeSpan.Zero);

    [Fact]
    public void A_date_is_written_as_the_office_writes_it()
    {
        var day = new DateOnly(2020, 5, 9);
        Assert.Equal("2020年5月9日", Dates.Day(day));
        Assert.Equal("5月9日", Dates.ShortDay(day, new(2020, 1, 1)));
        Assert.Equal("2020年5月9日", Dates.ShortDay(day, new(2021, 1, 1)));
        Assert.Equal("2020年5月9日（周六，调休上班）", Dates.DayWithWeekday(day, "调休上班"));
    }

    [Theory]
    [InlineData(0, "刚刚")]
    [InlineData(-5, "5 分钟前")]
    [InlineData(-120, "今天 12:30")]
    [InlineData(-60 * 15, "昨天 23:30")]
    [InlineData(-60 * 48, "5月7日 14:30")]
    [InlineData(60 * 12, "明天 02:30")]
    [InlineData(30, "今天 15:00")]
    public void An_instant_is_told_from_now_in_China_time(int minutes, string words) =>
        Assert.Equal(words, Dates.Relative(Now.AddMinutes(minutes), Now));

    [Fact]
    public void Numbers_carry_separators_units_and_honest_dashes()
    {
        Assert.Equal("1,809", Numbers.Thousands(1809));
        Assert.Equal("1,234.50 元", Numbers.Money(123450));
        Assert.Equal("1,200 元", Numbers.Money(120000));
        Assert.Equal("90.34 %", Numbers.Percent(1422, 1574));
        Assert.Equal("—", Numbers.Percent(0, 0));
        Assert.Equal("1.2 MB", Numbers.Bytes(1258291));
    }
}
