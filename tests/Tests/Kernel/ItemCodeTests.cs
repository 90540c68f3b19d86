using Yimen.Kernel;

namespace Yimen.Tests.Kernel;

/// <summary>GB/T 39554.1-2020 as Guangdong uses it, against codes found on public guide pages.</summary>
public class ItemCodeTests
{
    const string Good = "11440100007482575H3440118009000";

    [Fact]
    public void Published_item_codes_come_apart_as_published()
    {
        foreach (var entry in Vectors.Codes.GetProperty("itemCode").EnumerateArray())
        {
            Assert.True(ItemCode.TryParse(entry.Text("code"), out var code, out string error), error);
            Assert.Equal(entry.Text("uscc"), code.Body.Value);
            Assert.Equal(int.Parse(entry.Text("level")), (int)code.Level);
            Assert.Equal(entry.Text("catalog"), code.Basic.Value);
            Assert.Equal(
                (entry.Text("province"), entry.Text("type"), entry.Text("main"), entry.Text("sub")),
                (code.Basic.Province, code.Basic.Type, code.Basic.Main, code.Basic.Sub));
            Assert.Equal(code, ItemCode.Compose(code.Body, code.Level, code.Basic));
        }
    }

    [Fact]
    public void A_published_case_serial_comes_apart_as_published()
    {
        foreach (var entry in Vectors.Codes.GetProperty("caseSerial").EnumerateArray())
        {
            Assert.True(CaseSerial.TryParse(entry.Text("serial"), out var serial, out string error), error);
            Assert.Equal((entry.Text("itemCode"), entry.Date("date"), int.Parse(entry.Text("seq"))), (serial.Item.Value, serial.Date, serial.Sequence));
            Assert.Equal(serial, CaseSerial.Compose(serial.Item, serial.Date, serial.Sequence));
        }
    }

    [Theory]
    [InlineData("", "请填写实施编码")]
    [InlineData("11440100007482575H344011800900", "应为31位，现为30位")]
    [InlineData("11440100007482575J3440118009000", "第1至18位：统一社会信用代码校验码不符")]
    [InlineData("11440100007482575H7440118009000", "第19位（行使层级）应为1至6，现为“7”")]
    [InlineData("11440100007482575H34401180090A0", "第20至31位：基本编码第11位应为数字")]
    public void What_is_wrong_with_an_item_code_is_named(string text, string fault)
    {
        Assert.False(ItemCode.TryParse(text, out _, out string error));
        Assert.Contains(fault, error);
    }

    [Fact]
    public void A_code_of_another_province_is_kept_whole_when_it_is_declared_so()
    {
        Assert.True(ItemCode.TryParse("xk00123001", ItemCodeScheme.Opaque, out var code, out string _));
        Assert.Equal("XK00123001", code.Value);
        Assert.Throws<InvalidOperationException>(() => code.Basic);
        Assert.False(ItemCode.TryParse("XK00123001", out _, out string _));
        Assert.False(ItemCode.TryParse("XK/0012300", ItemCodeScheme.Opaque, out _, out string error));
        Assert.Contains("只能包含", error);
    }

    [Theory]
    [InlineData("4401180090", "应为12位，现为10位")]
    [InlineData("44011800900A", "第12位应为数字")]
    [InlineData(null, "请填写基本编码")]
    public void What_is_wrong_with_a_basic_code_is_named(string? text, string fault)
    {
        Assert.False(BasicCode.TryParse(text, out _, out string error));
        Assert.Contains(fault, error);
    }

    [Fact]
    public void A_handling_code_is_an_item_code_with_a_serial()
    {
        var code = HandlingCode.Compose(ItemCode.Parse(Good), 7);
        Assert.Equal((Good + "07", Good, 7), (code.Value, code.Item.Value, code.Serial));
        Assert.False(HandlingCode.TryParse(Good + "0A", out _, out string error));
        Assert.Contains("第33位应为数字", error);
        Assert.Throws<FormatException>(() => HandlingCode.Compose(ItemCode.Parse(Good), 100));
    }

    [Theory]
    [InlineData("202213230068", "日期2022年13月23日不存在")]
    [InlineData("2022062300A8", "第42位应为数字")]
    [InlineData("20220623", "应为43位，现为39位")]
    public void What_is_wrong_with_a_case_serial_is_named(string tail, string fault)
    {
        Assert.False(CaseSerial.TryParse(Good + tail, out _, out string error));
        Assert.Contains(fault, error);
    }

    [Fact]
    public void The_ten_thousandth_case_of_a_day_has_no_serial() =>
        Assert.Equal("serial-exhausted", Assert.Throws<RuleViolation>(() => CaseSerial.Compose(ItemCode.Parse(Good), new(2020, 6, 1), 10_000)).Code);
}
