using Yimen.Kernel;

namespace Yimen.Organization.CalendarDesk;

/// <summary>A day that a notice would change.</summary>
/// <param name="Day">As it will stand.</param>
/// <param name="Local">A local order stands for this day and goes on to win.</param>
public sealed record CalendarDifference(CalendarDay Day, string Was, string Becomes, bool Local)
{
    // late December belongs to the notice of the year after: a file without those days does not take them back
    private const int FirstOfNextNotice = 25;

    /// <param name="notices">The calendar as the notices make it, without local orders.</param>
    internal static IReadOnlyList<CalendarDifference> Between(WorkCalendar notices, CalendarFile file, IReadOnlySet<DateOnly> local)
    {
        var known = notices.Exceptions.ToDictionary(d => d.Date);
        var named = file.Days.Select(d => d.Date).ToHashSet();
        var dropped = known.Values
            .Where(d => file.Years.Contains(d.Date.Year) && !named.Contains(d.Date) && d.Date is not { Month: 12, Day: >= FirstOfNextNotice } && d.IsOff != Weekend(d.Date))
            .Select(d => new CalendarDay(d.Date, Weekend(d.Date) ? "周末" : "工作日", Weekend(d.Date)));
        return
        [
            .. file.Days.Where(d => !known.TryGetValue(d.Date, out var before) || before.IsOff != d.IsOff || before.Name != d.Name).Concat(dropped)
                .OrderBy(d => d.Date).Select(d => new CalendarDifference(d, Words(known.GetValueOrDefault(d.Date), d.Date), Words(d, d.Date), local.Contains(d.Date))),
        ];
    }

    private static string Words(CalendarDay? day, DateOnly date) => day is null
        ? Weekend(date) ? "周末休息" : "上班"
        : $"{day.Name} {(day.IsOff ? "休息" : "上班")}";

    private static bool Weekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
