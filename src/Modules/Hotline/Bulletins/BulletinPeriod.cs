using System.Globalization;
using Yimen.Kernel;
using Yimen.Platform.Figures;

namespace Yimen.Hotline.Bulletins;

/// <summary>Of which month or year a bulletin speaks.</summary>
/// <param name="Month">1 to 12; null for the whole year.</param>
internal sealed record BulletinPeriod(int Year, int? Month)
{
    /// <summary>2020-11 in addresses, 2020 for a year.</summary>
    public string Key => Month is { } month ? $"{Year:0000}-{month:00}" : $"{Year:0000}";

    public string Name => Month is { } month ? $"{Year}年{month}月热线工单通报" : $"{Year}年度热线工单分析";

    public DateOnly From => new(Year, Month ?? 1, 1);

    /// <summary>The day after the last one.</summary>
    public DateOnly End => Month is null ? From.AddYears(1) : From.AddMonths(1);

    /// <summary>Null where the text names no month and no year of the calendar, or one that has not begun.</summary>
    public static BulletinPeriod? Parse(string text, DateOnly today)
    {
        var month = DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first);
        var period = month ? new BulletinPeriod(first.Year, first.Month) : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && text.Length == 4 && year > 0 && year < 9999 ? new BulletinPeriod(year, null) : null;
        return period is { Year: >= WorkCalendar.FirstYear and <= WorkCalendar.LastYear } && period.From <= today ? period : null;
    }

    /// <summary>The period up to today where it is not over.</summary>
    public FigureScope Scope(DateOnly today) => Until(From, End <= today ? End : today.AddDays(1));

    /// <summary>The same days a year before: an unfinished month is not held against a whole one.</summary>
    public FigureScope YearBefore(DateOnly today) => Until(From.AddYears(-1), Scope(today).To.AddYears(-1));

    /// <summary>The month before, as many days of it; null for a year.</summary>
    public FigureScope? MonthBefore(DateOnly today) => Month is null ? null
        : End <= today ? Until(From.AddMonths(-1), From)
        : Until(From.AddMonths(-1), Earlier(From.AddMonths(-1).AddDays(today.Day), From));

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static FigureScope Until(DateOnly from, DateOnly to) => new(to.AddDays(-1), from, to);
}
