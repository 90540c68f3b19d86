namespace Yimen.Kernel;

/// <summary>Writes the day-by-day list of <see cref="LegalClock.Explain"/>.</summary>
internal sealed class Explainer(WorkCalendar calendar, Gaps gaps, DayKind kind)
{
    /// <summary>Some fifty years of days.</summary>
    public const int MostLines = 20_000;

    /// <param name="last">The N-th counted day, which <paramref name="due"/> may follow.</param>
    public Explanation Explain(DateOnly start, DateOnly? last, DateOnly? due)
    {
        var end = due ?? OpenStopFrom(start, last);
        if (end.DayNumber - start.DayNumber >= MostLines)
        {
            throw new RuleViolation("too-long-to-explain", $"从{Chinese.Date(start)}到{Chinese.Date(end)}超过{MostLines}天，不能逐日说明。");
        }

        var days = new List<ClockDay>(end.DayNumber - start.DayNumber + 1) { new(start, false, 0, "起算日不计入") };
        var number = 0;
        for (var day = start.AddDays(1); day <= end; day = day.AddDays(1))
        {
            var line = Line(day, number, last);
            number = line.Number;
            days.Add(line);
        }

        // natural days need the calendar only where the period ends
        var from = kind == DayKind.Working || last is null ? start.AddDays(1) : last.Value;
        return new Explanation(due, end > start && !calendar.Covers(from, end), days);
    }

    private ClockDay Line(DateOnly day, int number, DateOnly? last)
    {
        if (gaps.At(day) is not null)
        {
            return new(day, false, number, gaps.WhyAt(day) is { } why ? $"时限中止：{why}" : "时限中止");
        }

        var name = calendar.NameOf(day);
        var works = calendar.IsWorkday(day);
        if (kind == DayKind.Working)
        {
            return works
                ? new(day, true, number + 1, name is null ? $"第{number + 1}个工作日" : $"{name}，第{number + 1}个工作日")
                : new(day, false, number, Rest(day, name));
        }

        return day > last
            ? new(day, false, number, works ? "顺延至此届满" : $"{Rest(day, name)}，顺延")
            : new(day, true, number + 1, day == last && !works ? $"第{number + 1}个自然日，逢{Rest(day, name)}，顺延" : $"第{number + 1}个自然日");
    }

    // the name of a rest day that is no holiday is its weekday, which the date shows already
    private static string Rest(DateOnly day, string? name) => name is null || name == Chinese.Weekday(day) ? "周末" : name;

    private DateOnly OpenStopFrom(DateOnly start, DateOnly? last)
    {
        var first = gaps.All[^1].First;
        return first > start ? first : last ?? start.AddDays(1);
    }
}
