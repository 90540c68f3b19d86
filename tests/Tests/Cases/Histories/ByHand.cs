using Yimen.Cases;
using Yimen.Kernel;

namespace Yimen.Tests.Cases.Histories;

/// <summary>Deadlines counted day by day over the rows of a case, as a clerk would with a pencil: nothing of the program's own clock is used.</summary>
internal sealed class ByHand(WorkCalendar calendar)
{
    private readonly Dictionary<DateOnly, bool> off = calendar.Exceptions.ToDictionary(d => d.Date, d => d.IsOff);

    /// <summary>The promised day out of the acceptance, the suspensions and the extension that stand as rows.</summary>
    public DateOnly? Promised(Case c) => Due(c.AcceptedOn!.Value, c.Terms.Promised, c);

    public DateOnly? Statutory(Case c) => c.Terms.Statutory is { } limit ? Due(c.AcceptedOn!.Value, limit, c) : null;

    public DateOnly After(DateOnly start, int workingDays)
    {
        var day = start;
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            left -= Works(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>Working days from the acceptance to the end, the stops left out.</summary>
    public int Consumed(Case c, DateOnly until)
    {
        var count = 0;
        for (var day = c.AcceptedOn!.Value.AddDays(1); day <= until; day = day.AddDays(1))
        {
            count += Works(day) && !Stopped(c, day) ? 1 : 0;
        }

        return count;
    }

    private DateOnly? Due(DateOnly start, Period period, Case c)
    {
        var day = start;
        for (var left = period.Days + (c.Extension?.Days ?? 0); left > 0;)
        {
            day = day.AddDays(1);
            if (ForEver(c, day))
            {
                return null;
            }

            left -= !Stopped(c, day) && (period.Kind == DayKind.Calendar || Works(day)) ? 1 : 0;
        }

        while (period.Kind == DayKind.Calendar && day > start && (Stopped(c, day) || !Works(day)))
        {
            day = day.AddDays(1);
            if (ForEver(c, day))
            {
                return null;
            }
        }

        return day;
    }

    // domain C3: the day on which a stop begins counts, the day on which it is lifted does not
    private static bool Stopped(Case c, DateOnly day) => c.Suspensions.Any(s => s.BeganOn < day && (s.EndedOn is null || day <= s.EndedOn));

    private static bool ForEver(Case c, DateOnly day) => c.Suspensions.Any(s => s.EndedOn is null && s.BeganOn < day);

    private bool Works(DateOnly day) => off.TryGetValue(day, out var rests) ? !rests : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
