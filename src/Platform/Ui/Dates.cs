using Yimen.Kernel;

namespace Yimen.Platform.Ui;

/// <summary>Dates and instants as the office writes them. Instants are shown in China Standard Time.</summary>
public static class Dates
{
    private const string Weekdays = "日一二三四五六";

    /// <summary>2020年5月9日</summary>
    public static string Day(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";

    /// <summary>5月9日, with its year when that is not the year of <paramref name="today"/>.</summary>
    public static string ShortDay(DateOnly day, DateOnly today) => day.Year == today.Year ? $"{day.Month}月{day.Day}日" : Day(day);

    /// <summary>周六</summary>
    public static string Weekday(DateOnly day) => "周" + Weekdays[(int)day.DayOfWeek];

    /// <summary>2020年5月9日（周六，调休上班）</summary>
    public static string DayWithWeekday(DateOnly day, string? note = null) =>
        note is null ? $"{Day(day)}（{Weekday(day)}）" : $"{Day(day)}（{Weekday(day)}，{note}）";

    /// <summary>14:30</summary>
    public static string Clock(DateTimeOffset at) => ChinaTime.Local(at).ToString("HH:mm");

    /// <summary>2020年5月9日 14:30</summary>
    public static string Moment(DateTimeOffset at) => $"{Day(ChinaTime.DateOf(at))} {Clock(at)}";

    /// <summary>5月9日 14:30</summary>
    public static string ShortMoment(DateTimeOffset at, DateOnly today) => $"{ShortDay(ChinaTime.DateOf(at), today)} {Clock(at)}";

    /// <summary>刚刚, 5 分钟前, 今天 14:30, 昨天 14:30, then 5月7日 14:30.</summary>
    public static string Relative(DateTimeOffset at, DateTimeOffset now)
    {
        var (age, today) = (now - at, ChinaTime.DateOf(now));
        return (today.DayNumber - ChinaTime.DateOf(at).DayNumber) switch
        {
            0 when age >= TimeSpan.Zero && age < TimeSpan.FromMinutes(1) => "刚刚",
            0 when age >= TimeSpan.Zero && age < TimeSpan.FromHours(1) => $"{(int)age.TotalMinutes} 分钟前",
            0 => $"今天 {Clock(at)}",
            1 => $"昨天 {Clock(at)}",
            -1 => $"明天 {Clock(at)}",
            _ => ShortMoment(at, today),
        };
    }
}
