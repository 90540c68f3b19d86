namespace Yimen.Kernel;

/// <summary>Dates in the words of the office.</summary>
public static class Chinese
{
    private const string Weekdays = "日一二三四五六";

    /// <summary>2020年5月9日.</summary>
    public static string Date(DateOnly date) => $"{date.Year}年{date.Month}月{date.Day}日";

    /// <summary>周六.</summary>
    public static string Weekday(DateOnly date) => $"周{Weekdays[(int)date.DayOfWeek]}";
}
