using Microsoft.Extensions.Time.Testing;
using Yimen.Kernel;

namespace Yimen.Tests.Kernel;

public class ChinaTimeTests
{
    [Fact]
    public void The_day_begins_at_four_in_the_afternoon_of_greenwich()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2020, 5, 8, 15, 59, 59, TimeSpan.Zero));
        Assert.Equal(new DateOnly(2020, 5, 8), time.Today());
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new DateOnly(2020, 5, 9), time.Today());
        Assert.Equal(time.Now(), ChinaTime.StartOf(new(2020, 5, 9)));
    }

    // ruling 17: what is finer than a millisecond does not survive every database
    [Fact]
    public void Now_is_whole_milliseconds_of_utc()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2020, 5, 8, 8, 0, 0, ChinaTime.Offset).AddTicks(12_345));
        Assert.Equal(new DateTimeOffset(2020, 5, 8, 0, 0, 0, 1, TimeSpan.Zero), time.Now());
        Assert.Equal(TimeSpan.Zero, time.Now().Offset);
    }

    [Theory]
    [InlineData("440281000000", "440281102201", true)]
    [InlineData("440281102000", "440281102201", true)]
    [InlineData("440281102201", "440281102202", false)]
    [InlineData("440281102000", "440281000000", false)]
    public void An_area_contains_what_lies_in_it(string area, string other, bool contains) =>
        Assert.Equal(contains, new AreaCode(area).Contains(new AreaCode(other)));

    [Fact]
    public void Labels_are_said_once_and_read_anywhere() => Assert.Equal("20个工作日", $"{Period.Working(20)}");
}
