using Yimen.Kernel;

namespace Yimen.Catalog.World;

/// <summary>When a line was offered, claimed, submitted, approved and published: the first and last day as the world says, the others between them.</summary>
internal sealed class Timetable
{
    private const int DaysWithoutOffer = 30;

    private readonly DateOnly first;
    private readonly DateOnly last;
    private readonly int minute;

    /// <param name="stable">Spreads the hours, so that not all acts fall on the same minute; the same every time.</param>
    public Timetable(DateOnly? offeredOn, DateOnly publishedOn, int stable) =>
        (first, last, minute) = (offeredOn ?? publishedOn.AddDays(-DaysWithoutOffer), publishedOn, stable % 60);

    public DateTimeOffset Offered => At(first, 8, 30);

    public DateTimeOffset Claimed => At(Between(4), 9, minute);

    public DateTimeOffset Submitted => At(Between(2), 10, minute);

    public DateTimeOffset Approved => At(Between(1), 15, minute);

    public DateTimeOffset Published => At(last, 16, minute);

    /// <summary>The day that lies a quarter, a half or three quarters (<paramref name="part"/> 4, 2, 1) of the way, on a weekday.</summary>
    private DateOnly Between(int part)
    {
        var span = last.DayNumber - first.DayNumber;
        var day = first.AddDays(part == 1 ? span * 3 / 4 : span / part);
        return day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(-1), DayOfWeek.Sunday => day.AddDays(-2), _ => day };
    }

    private static DateTimeOffset At(DateOnly day, int hour, int minute) => ChinaTime.StartOf(day).AddHours(hour).AddMinutes(minute);
}
