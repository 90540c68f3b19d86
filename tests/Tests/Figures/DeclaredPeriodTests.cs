using Yimen.Platform.Figures.Declaring;

namespace Yimen.Tests.Figures;

public sealed class DeclaredPeriodTests
{
    private static readonly DateOnly AsOf = new(2020, 12, 31);

    [Theory]
    [InlineData("2020-12-31", "2020-12-31", "2020-12-31")]
    [InlineData("2019", "2019-01-01", "2019-12-31")]
    [InlineData("2020-01..10", "2020-01-01", "2020-10-31")]
    [InlineData("2020-07..2020-12", "2020-07-01", "2020-12-31")]
    [InlineData("2020..", "2020-01-01", "2020-12-31")]
    [InlineData(null, "2020-12-31", "2020-12-31")]
    public void A_period_as_the_report_writes_it_is_a_first_and_a_last_day(string? period, string from, string through)
    {
        Assert.Equal((DateOnly.Parse(from), DateOnly.Parse(through)), DeclaredWorld.Span(period, AsOf));
    }
}
