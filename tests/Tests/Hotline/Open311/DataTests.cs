using System.Text.Json;
using Yimen.Hotline;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Open311;

namespace Yimen.Tests.Hotline.Open311;

/// <summary>The shipped tables hold together: each class has its word on publication, each question its order and its values.</summary>
public sealed class DataTests
{
    private static readonly DateOnly Day = new(2020, 11, 2);

    [Fact]
    public void Every_class_has_a_word_on_publication_with_its_reason()
    {
        Assert.Equal(OrderCodes.Shipped.Classes(DateOnly.MaxValue).Select(c => c.Code).Order(), GeoService.Shipped.Select(s => s.Code).Order());
        Assert.All(GeoService.Shipped, s => Assert.True(s.Why.Length > 3, s.Code));
    }

    [Fact]
    public void Every_door_has_one_too() => Assert.Equal(Enum.GetValues<OrderSource>().Order(), OrderCodes.Shipped.Doors(Day).Select(d => d.Door).Order());

    [Fact]
    public void What_is_public_is_described_grouped_and_of_a_type() => Assert.All(GeoServices.Shipped.PublicOn(Day), s =>
    {
        Assert.All([s.Description, s.Group, s.Keywords], text => Assert.NotEqual("", text));
        Assert.True(Enum.IsDefined(s.OrderType) && s.OrderType != OrderType.Report, s.Code);
    });

    [Fact]
    public void A_question_is_of_a_kind_of_the_specification_and_a_list_has_values() => Assert.All(GeoService.Shipped.SelectMany(s => s.Asks), a =>
    {
        Assert.Contains(a.Datatype, new[] { "string", "number", "datetime", "text", "singlevaluelist", "multivaluelist" });
        Assert.Equal(a.IsList, a.Values is { Count: > 1 });
        Assert.False(a.Required && !a.Variable, a.Code);
    });

    [Fact]
    public void Every_shipped_question_is_the_same_after_it_was_written_in_lines_and_read_again() => Assert.All(GeoService.Shipped.Where(s => s.Asks.Count > 0), s =>
    {
        var read = AskLines.Read(AskLines.Write(s.Asks), out var fault);
        Assert.Equal("", fault);
        Assert.Equal(JsonSerializer.Serialize(s.Asks), JsonSerializer.Serialize(read));
    });

    [Theory]
    [InlineData("lamp | 文字 | 选填 | 编号", "第 1 行：代码")]
    [InlineData("LAMP | 图片 | 选填 | 编号", "第 1 行：题型")]
    [InlineData("LAMP | 文字 | 随意 | 编号", "第三部分")]
    [InlineData("LAMP | 文字 | 选填 | ", "请写问题")]
    [InlineData("LAMP | 单选 | 选填 | 故障 | | dark=不亮", "两个以上选项")]
    [InlineData("LAMP | 单选 | 选填 | 故障 | | dark=不亮、dark=闪烁", "代码不重复")]
    [InlineData("LAMP | 文字 | 选填 | 编号\n\nLAMP | 数字 | 选填 | 几盏", "第 2 行：代码 LAMP 已经用过")]
    public void A_line_that_cannot_be_asked_is_named(string text, string says)
    {
        Assert.Null(AskLines.Read(text, out var fault));
        Assert.Contains(says, fault);
    }

    [Fact]
    public void Before_a_rule_begins_nothing_is_public() => Assert.Empty(GeoServices.Shipped.PublicOn(new(2018, 12, 31)));

    [Theory]
    [InlineData("2020-11-02T08:00:00+08:00", "2020-11-02T00:00:00+00:00")]
    [InlineData("2020-11-02T00:00:00Z", "2020-11-02T00:00:00+00:00")]
    [InlineData("2020-11-02T00:00:00 08:00", "2020-11-01T16:00:00+00:00")]
    [InlineData("2020-12-31T23:30:00-01:30", "2021-01-01T01:00:00+00:00")]
    public void An_instant_is_read_in_any_offset(string text, string utc) => Assert.Equal(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), GeoDates.Read("start_date", text));

    [Fact]
    public void A_control_character_of_another_door_does_not_break_a_document() =>
        Assert.EndsWith("<a>坏字符𠮷</a>", System.Text.Encoding.UTF8.GetString(new GeoDocument("a", "坏\u0001字\ud800符𠮷\uffff").AsXml()));
}
