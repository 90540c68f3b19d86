using System.Text.Json;
using Yimen.Kernel;

namespace Yimen.Tests.Kernel;

/// <summary>行政许可法 第八十二条: time limits are working days, legal holidays excluded.</summary>
public class WorkingDayVectorTests
{
    static readonly WorkCalendar Calendar = StateCouncilCalendar.Load();
    static readonly LegalClock Clock = new(Calendar);

    public static TheoryData<string, int, string> Added() =>
        Rows("addWorkingDays", e => (e.Text("start"), e.GetProperty("workingDays").GetInt32(), e.Text("due")));

    public static TheoryData<string, string, int> Consumed() =>
        Rows("consumed", e => (e.Text("start"), e.Text("end"), e.GetProperty("consumedWorkingDays").GetInt32()));

    [Theory]
    [MemberData(nameof(Added))]
    public void The_nth_working_day_is_due(string start, int days, string due)
    {
        Assert.Equal(Vectors.Day(due), Clock.Due(Vectors.Day(start), Period.Working(days)));
        Assert.Equal(days, Clock.Consumed(Vectors.Day(start), Vectors.Day(due)));
    }

    [Theory]
    [MemberData(nameof(Consumed))]
    public void Days_used_up_are_counted_without_rest_days(string start, string end, int days) =>
        Assert.Equal(days, Clock.Consumed(Vectors.Day(start), Vectors.Day(end)));

    // 行政许可法 第四十五条: hearing, inspection, testing, quarantine, appraisal and expert review are not counted in the limit
    [Fact]
    public void Days_of_a_special_procedure_are_not_counted()
    {
        foreach (var entry in Vectors.WorkingDays.GetProperty("withSuspension").EnumerateArray())
        {
            var stops = entry.GetProperty("suspensions").EnumerateArray()
                .Select(s => new Stop(Vectors.Day(s[0].GetString()!), Vectors.Day(s[1].GetString()!))).ToArray();
            Assert.Equal(entry.Date("due"), Clock.Due(entry.Date("start"), Period.Working(entry.GetProperty("workingDays").GetInt32()), stops));
        }
    }

    [Theory]
    [InlineData(2019)]
    [InlineData(2020)]
    [InlineData(2021)]
    [InlineData(2022)]
    [InlineData(2023)]
    [InlineData(2024)]
    [InlineData(2025)]
    [InlineData(2026)]
    public void Each_month_has_the_published_number_of_working_days(int year)
    {
        var months = Vectors.WorkingDays.GetProperty("perMonth").GetProperty($"{year}").EnumerateArray().Select(m => m.GetInt32());
        var counted = Enumerable.Range(1, 12).Select(m => Between(new(year, m, 1), new DateOnly(year, m, 1).AddMonths(1)));

        Assert.Equal(months, counted);
        Assert.Equal(Vectors.WorkingDays.GetProperty("perYear").GetProperty($"{year}").GetInt32(), Between(new(year, 1, 1), new(year + 1, 1, 1)));
    }

    static int Between(DateOnly from, DateOnly before) => Calendar.WorkdaysBetween(from.AddDays(-1), before.AddDays(-1));

    static TheoryData<T1, T2, T3> Rows<T1, T2, T3>(string name, Func<JsonElement, (T1, T2, T3)> row)
    {
        var data = new TheoryData<T1, T2, T3>();
        foreach (var entry in Vectors.WorkingDays.GetProperty(name).EnumerateArray())
        {
            var (a, b, c) = row(entry);
            data.Add(a, b, c);
        }

        return data;
    }
}
