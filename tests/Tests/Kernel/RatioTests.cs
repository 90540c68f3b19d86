using CsCheck;
using Yimen.Kernel;

namespace Yimen.Tests.Kernel;

public class RatioTests
{
    // the report of 2020 says 81.4 % where its own counts give 90.34 %
    [Fact]
    public void The_share_of_items_on_the_net_is_what_its_counts_give() =>
        Assert.Equal("90.34%", new Ratio(1422, 1574).PercentText(2, RoundingRule.HalfUp));

    [Theory]
    [InlineData(1, 8, 1, RoundingRule.HalfUp, "12.5%")]
    [InlineData(1, 8, 0, RoundingRule.HalfUp, "13%")]
    [InlineData(1, 8, 0, RoundingRule.Truncate, "12%")]
    [InlineData(2, 3, 2, RoundingRule.HalfUp, "66.67%")]
    [InlineData(2, 3, 2, RoundingRule.Truncate, "66.66%")]
    [InlineData(-1, 8, 0, RoundingRule.HalfUp, "-13%")]
    [InlineData(-1, 8, 0, RoundingRule.Truncate, "-12%")]
    [InlineData(1, -8, 0, RoundingRule.HalfUp, "-13%")]
    [InlineData(3, 3, 2, RoundingRule.Truncate, "100.00%")]
    [InlineData(0, 3, 0, RoundingRule.HalfUp, "0%")]
    [InlineData(3, 0, 2, RoundingRule.HalfUp, "—")]
    public void Rounding_follows_the_declared_rule(long part, long whole, int decimals, RoundingRule rule, string text) =>
        Assert.Equal(text, new Ratio(part, whole).PercentText(decimals, rule));

    [Fact]
    public void Nothing_divided_by_nothing_is_no_number() => Assert.Null(new Ratio(0, 0).Percent(2, RoundingRule.HalfUp));

    [Fact]
    public void Rounding_agrees_with_decimal_arithmetic() => Gen.Select(Gen.Long[0, 1_000_000], Gen.Long[1, 1_000_000], Gen.Int[0, 6]).Sample((part, whole, decimals) =>
    {
        var exact = part * 100m / whole;
        Assert.Equal(Math.Round(exact, decimals, MidpointRounding.AwayFromZero), new Ratio(part, whole).Percent(decimals, RoundingRule.HalfUp));
        Assert.Equal(Math.Round(exact, decimals, MidpointRounding.ToZero), new Ratio(part, whole).Percent(decimals, RoundingRule.Truncate));
    });

    [Fact]
    public void Just_under_a_half_is_not_a_half()
    {
        Assert.Equal(0m, new Ratio(4_999_999_999_999_999, 1_000_000_000_000_000_000).Percent(0, RoundingRule.HalfUp));
        Assert.Equal(1m, new Ratio(5_000_000_000_000_000, 1_000_000_000_000_000_000).Percent(0, RoundingRule.HalfUp));
    }

    [Fact]
    public void More_decimals_than_anybody_reads_are_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ratio(1, 3).Percent(11, RoundingRule.HalfUp));
}
