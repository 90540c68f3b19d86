using CsCheck;
using Yimen.Kernel;

namespace Yimen.Tests.Kernel;

/// <summary>GB 11643-1999. Numbers here come from the checksum function; nobody bears them.</summary>
public class ResidentIdTests
{
    static readonly DateOnly Birth = new(1990, 2, 28);
    static readonly string Good = ResidentId.Compose("440281", Birth, 981);

    static readonly Gen<(string Area, DateOnly Birth, int Serial)> People = Gen.Select(
        Gen.Int[110000, 659999].Select(a => $"{a}"), Gen.Int[0, 60_000].Select(new DateOnly(1870, 1, 1).AddDays), Gen.Int[0, 999]);

    [Fact]
    public void What_is_composed_can_be_read_back() => People.Sample(p =>
    {
        var id = ResidentId.Parse(ResidentId.Compose(p.Area, p.Birth, p.Serial));
        Assert.Equal((p.Area, p.Birth, p.Serial % 2 == 1), (id.AreaPrefix, id.Birthday, id.IsMale));
    });

    // the weights are prime to 11, so that the check finds every single wrong digit and every swapped neighbour
    [Fact]
    public void Every_single_wrong_digit_is_found() => Gen.Select(People, Gen.Int[0, 16], Gen.Int[1, 9]).Sample((p, at, by) =>
    {
        var digits = ResidentId.Compose(p.Area, p.Birth, p.Serial).ToCharArray();
        digits[at] = (char)('0' + ((digits[at] - '0' + by) % 10));
        Assert.False(ResidentId.TryParse(new string(digits), out _, out string _));
    });

    [Theory]
    [InlineData(null, "请填写身份证号码")]
    [InlineData("  ", "请填写身份证号码")]
    [InlineData("44028119900228981", "应为18位，现为17位")]
    [InlineData("4402811990O2289810", "第11位应为数字")]
    [InlineData("44028119900228981Y", "第18位应为数字或X")]
    [InlineData("440281199002309810", "出生日期1990年02月30日不存在")]
    [InlineData("040281199002289810", "前6位不是行政区划代码")]
    public void What_is_wrong_is_named(string? text, string fault)
    {
        Assert.False(ResidentId.TryParse(text, out _, out string error));
        Assert.Contains(fault, error);
    }

    [Fact]
    public void A_wrong_check_character_is_named_without_betraying_the_right_one()
    {
        var wrong = Good[..17] + (Good[17] == '1' ? '2' : '1');
        Assert.False(ResidentId.TryParse(wrong, out _, out string error));
        Assert.Equal("身份证号码校验码不符，请核对每一位数字", error);
    }

    [Fact]
    public void Full_width_digits_blanks_and_a_small_x_are_understood()
    {
        var x = Enumerable.Range(900, 99).Select(s => ResidentId.Compose("440281", Birth, s)).First(s => s[17] == 'X');
        var typed = string.Concat(x[..6], " ", x[6..14].Select(c => (char)(c + 0xFEE0)).Aggregate("", (a, c) => a + c), " ", x[14..17], "x");
        Assert.True(ResidentId.TryParse(typed, out var id, out string error), error);
        Assert.Equal(x, id.Value);
    }

    [Fact]
    public void An_unborn_or_very_old_bearer_is_implausible()
    {
        var today = new DateOnly(2020, 6, 1);
        Assert.Null(ResidentId.Parse(Good).ImplausibleOn(today));
        Assert.Contains("晚于今天", ResidentId.Parse(ResidentId.Compose("440281", new(2020, 6, 2), 981)).ImplausibleOn(today));
        Assert.Contains("超过150年", ResidentId.Parse(ResidentId.Compose("440281", new(1870, 5, 31), 981)).ImplausibleOn(today));
        Assert.Null(ResidentId.Parse(ResidentId.Compose("440281", new(1870, 6, 1), 981)).ImplausibleOn(today));
    }

    [Fact]
    public void A_number_of_fifteen_digits_becomes_eighteen_on_import()
    {
        Assert.True(ResidentId.TryParseLegacy(Good[..6] + Good[8..17], out var id, out string _));
        Assert.Equal(Good, id.Value);
        Assert.False(ResidentId.TryParseLegacy(Good, out _, out string _));
        Assert.False(ResidentId.TryParse(Good[..6] + Good[8..17], out _, out string _));
    }

    [Fact]
    public void Printed_it_is_masked() => Assert.Equal($"440***********{Good[14..]}", $"{ResidentId.Parse(Good)}");

    [Fact]
    public void The_framework_reads_it_like_any_value()
    {
        Assert.True(ResidentId.TryParse(Good, null, out var id));
        Assert.Equal(id, ResidentId.Parse(Good, null));
        Assert.Throws<FormatException>(() => ResidentId.Parse("1", null));
        Assert.Throws<ArgumentException>(() => ResidentId.Compose("44028", Birth, 1));
    }
}
