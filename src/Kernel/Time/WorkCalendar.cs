using System.Collections.Frozen;

namespace Yimen.Kernel;

/// <summary>工作日历 — Monday to Friday works unless an exception says otherwise. Immutable and safe for all threads.</summary>
public sealed class WorkCalendar
{
    public const int FirstYear = 1949;
    public const int LastYear = 2199;

    private readonly FrozenDictionary<int, CalendarDay> exceptions;
    private readonly FrozenSet<int> years;
    private readonly int first;
    private readonly int[] worked;

    /// <param name="version">Stored beside each due date, so that a change of the calendar finds what it moved.</param>
    /// <param name="exceptions">Of two for one date the later wins.</param>
    /// <exception cref="RuleViolation"><c>calendar-year</c>: a date outside 1949–2199.</exception>
    public WorkCalendar(string version, IEnumerable<CalendarDay> exceptions)
    {
        Version = version;
        var days = new Dictionary<int, CalendarDay>();
        foreach (var day in exceptions)
        {
            days[Within(day.Date).DayNumber] = day;
        }

        this.exceptions = days.ToFrozenDictionary();
        years = days.Values.Where(MarksItsYear).Select(d => d.Date.Year).ToFrozenSet();
        first = days.Count == 0 ? 0 : days.Keys.Min();
        worked = Prefix(days);
    }

    public string Version { get; }

    /// <summary>The exceptions in order of date, as they hold after all overrides.</summary>
    public IEnumerable<CalendarDay> Exceptions => exceptions.Values.OrderBy(d => d.Date);

    public bool IsWorkday(DateOnly date) => CountTo(date.DayNumber) != CountTo(date.DayNumber - 1);

    /// <summary>国庆节, 调休上班, 正常上班 (a weekday confirmed by notice), 周六, 周日; null on an ordinary working day.</summary>
    public string? NameOf(DateOnly date) => exceptions.TryGetValue(date.DayNumber, out var day)
        ? (day.IsOff ? day.Name : IsWeekend(date) ? "调休上班" : "正常上班")
        : IsWeekend(date) ? Chinese.Weekday(date) : null;

    /// <summary>Whether the holidays of a year are known. Without them weekdays are assumed and a due date is provisional.</summary>
    public bool Covers(int year) => years.Contains(year);

    public bool Covers(DateOnly from, DateOnly to)
    {
        for (var year = from.Year; year <= to.Year; year++)
        {
            if (!Covers(year))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first working day strictly after <paramref name="date"/>.</summary>
    public DateOnly NextWorkday(DateOnly date)
    {
        do
        {
            date = date.AddDays(1);
        }
        while (!IsWorkday(date));
        return date;
    }

    /// <summary>The working days in (after, upTo], by two look-ups; negative never, zero when the dates are the wrong way round.</summary>
    public int WorkdaysBetween(DateOnly afterExclusive, DateOnly upToInclusive) =>
        Math.Max(0, CountTo(upToInclusive.DayNumber) - CountTo(afterExclusive.DayNumber));

    /// <summary>The <paramref name="count"/>-th working day strictly after <paramref name="date"/>; the date itself for zero.</summary>
    public DateOnly AddWorkdays(DateOnly date, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var target = CountTo(date.DayNumber) + count;
        if (count == 0)
        {
            return date;
        }

        int low = date.DayNumber, step = 2 * count + 8;
        while (CountTo(low + step) < target)
        {
            low += step;
        }

        var high = low + step;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = CountTo(middle) < target ? (middle, high) : (low, middle);
        }

        return DateOnly.FromDayNumber(high);
    }

    /// <summary>A calendar in which local orders (台风停工, 延迟复工) win over the notices.</summary>
    public WorkCalendar With(string version, IEnumerable<CalendarDay> overrides) => new(version, Exceptions.Concat(overrides));

    /// <summary>2020年5月9日 (周六，调休上班).</summary>
    public string Format(DateOnly date)
    {
        var weekday = Chinese.Weekday(date);
        var name = NameOf(date);
        return name is null || name == weekday ? $"{Chinese.Date(date)} ({weekday})" : $"{Chinese.Date(date)} ({weekday}，{name})";
    }

    /// <summary>Every notice of the State Council lists National Day, and no other year's notice reaches into it.</summary>
    internal static bool MarksItsYear(CalendarDay day) => day is { IsOff: true, Date: { Month: 10, Day: 1 } };

    internal static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    internal static DateOnly Within(DateOnly date) => date.Year is >= FirstYear and <= LastYear
        ? date
        : throw new RuleViolation("calendar-year", $"日期应在{FirstYear}年至{LastYear}年之间，现为{Chinese.Date(date)}。");

    // day 0 is Monday, 1 January 0001
    private static int Weekdays(int day) => (day + 1) / 7 * 5 + Math.Min((day + 1) % 7, 5);

    private int[] Prefix(Dictionary<int, CalendarDay> days)
    {
        if (days.Count == 0)
        {
            return [];
        }

        var table = new int[days.Keys.Max() - first + 1];
        var count = Weekdays(first - 1);
        for (var i = 0; i < table.Length; i++)
        {
            var date = DateOnly.FromDayNumber(first + i);
            count += (days.TryGetValue(first + i, out var day) ? !day.IsOff : !IsWeekend(date)) ? 1 : 0;
            table[i] = count;
        }

        return table;
    }

    /// <summary>Working days from the first day of the era up to and including <paramref name="day"/>.</summary>
    private int CountTo(int day)
    {
        var i = day - first;
        return worked.Length == 0 || i < 0 ? Weekdays(day)
            : i < worked.Length ? worked[i]
            : worked[^1] + Weekdays(day) - Weekdays(first + worked.Length - 1);
    }
}
