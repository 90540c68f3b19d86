using Yimen.Kernel;

namespace Yimen.Organization.Calendar;

/// <summary>A year of the work calendar as the public page shows it.</summary>
/// <param name="Covered">Whether the year's holidays are known.</param>
/// <param name="Notes">The stretches that differ from Monday to Friday, in words.</param>
public sealed record YearView(int Year, bool Covered, int Workdays, IReadOnlyList<MonthView> Months, IReadOnlyList<StretchView> Notes, int? Before, int? After)
{
    internal static YearView Of(WorkCalendar calendar, int year, (int First, int Last) years, DateOnly today) => new(
        year,
        calendar.Covers(year),
        calendar.WorkdaysBetween(new DateOnly(year, 1, 1).AddDays(-1), new(year, 12, 31)),
        [.. Enumerable.Range(1, 12).Select(month => MonthView.Of(calendar, new(year, month, 1), today))],
        StretchView.In(calendar, year),
        year > years.First ? year - 1 : null,
        year < years.Last ? year + 1 : null);
}

/// <summary>A month in weeks from Monday; null fills the week before the first and after the last.</summary>
public sealed record MonthView(int Month, int Workdays, IReadOnlyList<IReadOnlyList<DayCell?>> Weeks)
{
    internal static MonthView Of(WorkCalendar calendar, DateOnly first, DateOnly today)
    {
        var last = first.AddMonths(1).AddDays(-1);
        var lead = ((int)first.DayOfWeek + 6) % 7;
        var cells = Enumerable.Repeat<DayCell?>(null, lead)
            .Concat(Enumerable.Range(0, last.Day).Select(i => DayCell.Of(calendar, first.AddDays(i), today)));
        return new(first.Month, calendar.WorkdaysBetween(first.AddDays(-1), last), [.. cells.Chunk(7).Select(week => week.Concat(new DayCell?[7 - week.Length]).ToArray())]);
    }
}

/// <param name="Mark">休 or 班 where the day differs from its weekday; null elsewhere.</param>
/// <param name="Words">What is read aloud and shown on pointing: 10月1日 周四 国庆节 放假.</param>
public sealed record DayCell(int Day, bool Works, string? Mark, string Words, bool Today)
{
    internal static DayCell Of(WorkCalendar calendar, DateOnly day, DateOnly today)
    {
        var works = calendar.IsWorkday(day);
        var weekday = Chinese.Weekday(day);
        var name = calendar.NameOf(day);
        var special = name is not null && name != weekday;
        var words = $"{day.Month}月{day.Day}日 {weekday}{(special ? $" {name}" : "")} {(works ? "上班" : "休息")}";
        var mark = works == day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) ? null : works ? "班" : "休";
        return new(day.Day, works, mark ?? (special && !works ? "休" : null), words, day == today);
    }
}

/// <summary>Days beside each other under one name: 国庆节 10月1日至8日 放假 8 天.</summary>
public sealed record StretchView(DateOnly First, DateOnly Last, string Name, bool IsOff)
{
    public int Days => Last.DayNumber - First.DayNumber + 1;

    internal static IReadOnlyList<StretchView> In(WorkCalendar calendar, int year)
    {
        var list = new List<StretchView>();
        foreach (var day in calendar.Exceptions.Where(d => d.Date.Year == year))
        {
            if (list is [.., var before] && before.IsOff == day.IsOff && before.Name == day.Name && before.Last.AddDays(1) == day.Date)
            {
                list[^1] = before with { Last = day.Date };
            }
            else
            {
                list.Add(new(day.Date, day.Date, day.Name, day.IsOff));
            }
        }

        return list;
    }
}
