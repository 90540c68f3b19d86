using CsCheck;
using Yimen.Kernel;

namespace Yimen.Tests.Kernel;

public class MoneyTests
{
    [Theory]
    [InlineData("12.30", 1230)]
    [InlineData("1,234.5", 123450)]
    [InlineData("¥1,234.50元", 123450)]
    [InlineData("１２", 1200)]
    [InlineData("-0.01", -1)]
    public void Yuan_are_read_as_people_write_them(string typed, long fen)
    {
        Assert.True(Money.TryParse(typed, out var money, out string error), error);
        Assert.Equal(fen, money.Fen);
    }

    [Theory]
    [InlineData("", "请填写金额")]
    [InlineData("十元", "应为数字")]
    [InlineData("1e3", "应为数字")]
    [InlineData("1.234", "最多两位小数")]
    [InlineData("99999999999999999999", "金额过大")]
    [InlineData("99999999999999999999999999999999999999", "应为数字")]
    public void What_is_wrong_is_named(string typed, string fault)
    {
        Assert.False(Money.TryParse(typed, out _, out string error));
        Assert.Contains(fault, error);
    }

    [Fact]
    public void What_is_printed_can_be_read_back() => Gen.Long[-1_000_000_000_000, 1_000_000_000_000].Sample(fen =>
        Assert.Equal(new Money(fen), Money.Parse($"{new Money(fen)}")));

    [Fact]
    public void Sums_are_exact_and_never_run_over()
    {
        Assert.Equal("1,234.50元", $"{Money.Yuan(1234) + new Money(50)}");
        Assert.Equal(new Money(30), new Money(10) * 3);
        Assert.Equal(-new Money(5), new Money(5) - new Money(10));
        Assert.True(Money.Zero < new Money(1) && Money.Yuan(1) >= new Money(100));
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) + new Money(1));
        Assert.Equal(50m, Money.Yuan(1).Of(Money.Yuan(2)).Percent(0, RoundingRule.HalfUp));
    }
}
