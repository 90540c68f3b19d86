using System.Text;
using Yimen.Kernel;

namespace Yimen.Tests.Kernel;

public class CalendarFileTests
{
    const string NationalDay = """{"date":"2027-10-01","name":"国庆节","isOffDay":true}""";

    [Fact]
    public void A_new_year_is_read_and_makes_the_year_known()
    {
        var file = Parse($$"""{"year":2027,"days":[{{NationalDay}},{"date":"2027-10-09","name":"国庆节","isOffDay":false}]}""");

        Assert.Matches("^gwy-2027\\+[0-9a-f]{7}$", file.Version);
        Assert.Equal([2027], file.Years);
        var calendar = StateCouncilCalendar.Load().With(file.Version, file.Days);
        Assert.True(calendar.Covers(2027));
        Assert.True(calendar.IsWorkday(new(2027, 10, 9)));
        Assert.False(calendar.IsWorkday(new(2026, 10, 1)));
    }

    [Fact]
    public void The_shipped_file_settles_eight_years() => Assert.Equal(Enumerable.Range(2019, 8), StateCouncilCalendar.File().Years);

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("{\n\"days\": oops}", "第2行")]
    [InlineData("[]", "没有 days 列表")]
    [InlineData("{\"days\":{}}", "没有 days 列表")]
    [InlineData("{\"days\":[]}", "现有0条")]
    [InlineData("{\"days\":[7]}", "第1条的 date")]
    [InlineData("{\"days\":[{\"date\":\"2027-02-30\",\"name\":\"春节\",\"isOffDay\":true}]}", "第1条的 date 不是有效日期")]
    [InlineData("{\"days\":[{\"date\":\"2027-02-03\",\"name\":\" \",\"isOffDay\":true}]}", "第1条（2027年2月3日）的 name")]
    [InlineData("{\"days\":[{\"date\":\"2027-02-03\",\"name\":\"春节\",\"isOffDay\":\"yes\"}]}", "isOffDay")]
    [InlineData("{\"days\":[" + NationalDay + "," + NationalDay + "]}", "第2条的日期2027年10月1日重复")]
    [InlineData("{\"days\":[{\"date\":\"2027-01-01\",\"name\":\"元旦\",\"isOffDay\":true}]}", "不完整")]
    [InlineData("{\"year\":2028,\"days\":[" + NationalDay + "]}", "注明为2028年")]
    [InlineData("{\"year\":\"2027\",\"days\":[" + NationalDay + "]}", "注明为2027年")]
    public void A_faulty_file_is_refused_and_the_fault_is_named(string json, string fault)
    {
        var refusal = Assert.Throws<RuleViolation>(() => Parse(json));
        Assert.Equal("calendar-file", refusal.Code);
        Assert.Contains(fault, refusal.Message);
    }

    [Fact]
    public void A_year_outside_all_reason_is_refused() =>
        Assert.Equal("calendar-year", Assert.Throws<RuleViolation>(() => Parse($$"""{"days":[{{NationalDay.Replace("2027", "9999")}}]}""")).Code);

    [Fact]
    public void A_file_of_more_than_a_megabyte_is_not_read_to_its_end()
    {
        using var endless = new MemoryStream(new byte[3_000_000]);
        Assert.Contains("1MB", Assert.Throws<RuleViolation>(() => CalendarFile.Parse(endless)).Message);
        Assert.True(endless.Position < 2_000_000);
    }

    static CalendarFile Parse(string json) => CalendarFile.Parse(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
