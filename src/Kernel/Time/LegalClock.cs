namespace Yimen.Kernel;

/// <summary>
/// 时限计算 — legal time over China days. The start is not counted (民法典 第二百零一条); the N-th counted day is the due date, until its 24:00.
/// A day counts when it lies after the start, is of the period's kind, and no stop holds it. Pure: the same dates give the same answer.
/// </summary>
public sealed class LegalClock(WorkCalendar calendar)
{
    /// <summary>The longest limit we compute, extensions included: some forty years, longer than any in law.</summary>
    public const int MostDays = 10_000;

    public WorkCalendar Calendar { get; } = calendar;

    /// <summary>The due date; null while an open stop keeps the last day from being reached.</summary>
    /// <param name="extraDays">延期: days of the same kind added to the limit (行政许可法 第四十二条).</param>
    /// <exception cref="RuleViolation"><c>period-range</c>, <c>calendar-year</c>, <c>stop-backwards</c>, <c>too-many-stops</c>: absurd input.</exception>
    public DateOnly? Due(DateOnly start, Period period, IReadOnlyList<Stop>? stops = null, int extraDays = 0)
    {
        var gaps = Gaps.Of(stops);
        return Roll(start, LastDay(start, period, gaps, extraDays), period.Kind, gaps);
    }

    /// <summary>The days counted in (start, end], <paramref name="end"/> included.</summary>
    public int Consumed(DateOnly start, DateOnly end, IReadOnlyList<Stop>? stops = null, DayKind kind = DayKind.Working) =>
        Count(start, end, kind, Gaps.Of(stops));

    /// <summary>
    /// Days left after <paramref name="today"/>: 0 on the due day, negative when days were counted beyond it. A rest day after the due day also
    /// gives 0 though the matter is overdue: overdue is <c>finished &gt; due</c>, never a sign. While an open stop stands, what is left stands too.
    /// </summary>
    public int Remaining(DateOnly start, Period period, IReadOnlyList<Stop>? stops, int extraDays, DateOnly today)
    {
        var gaps = Gaps.Of(stops);
        var from = today < start ? start : today;
        return Roll(start, LastDay(start, period, gaps, extraDays), period.Kind, gaps) is not { } due
            ? Math.Max(0, period.Days + extraDays - Count(start, from, period.Kind, gaps))
            : Count(from, due, period.Kind, gaps) - Count(due, from, period.Kind, gaps);
    }

    /// <summary>
    /// The legal day of receipt of an online filing (ruling 38): the day itself within office hours; after closing or on a rest day the next
    /// working day. Before opening the next working day to begin is that same day; so who files earlier is never received later.
    /// </summary>
    public DateOnly DayOfReceipt(DateTimeOffset filedAt, OfficeHours hours)
    {
        var local = ChinaTime.Local(filedAt);
        var day = DateOnly.FromDateTime(local.DateTime);
        return Calendar.IsWorkday(day) && TimeOnly.FromDateTime(local.DateTime) < hours.Closing ? day : Calendar.NextWorkday(day);
    }

    /// <summary>The due date with its reasons, a line a day.</summary>
    /// <exception cref="RuleViolation"><c>too-long-to-explain</c>: over 20,000 days; else as <see cref="Due"/>.</exception>
    public Explanation Explain(DateOnly start, Period period, IReadOnlyList<Stop>? stops = null, int extraDays = 0)
    {
        var gaps = Gaps.Of(stops);
        var last = LastDay(start, period, gaps, extraDays);
        return new Explainer(Calendar, gaps, period.Kind).Explain(start, last, Roll(start, last, period.Kind, gaps));
    }

    /// <summary>The N-th counted day, before a rest day moves it.</summary>
    private DateOnly? LastDay(DateOnly start, Period period, Gaps gaps, int extraDays)
    {
        if (period.Days < 0 || extraDays < 0 || (long)period.Days + extraDays > MostDays)
        {
            throw new RuleViolation("period-range", $"时限应为0至{MostDays}天（含延期），现为{period.Days}天、延期{extraDays}天。");
        }

        var left = period.Days + extraDays;
        var at = WorkCalendar.Within(start);
        foreach (var gap in gaps.All)
        {
            var free = CountFree(at, gap.First.AddDays(-1), period.Kind);
            if (left <= free)
            {
                break;
            }

            if (gap.IsOpen)
            {
                return null;
            }

            left -= free;
            at = gap.Last > at ? gap.Last : at;
        }

        return period.Kind == DayKind.Working ? Calendar.AddWorkdays(at, left) : at.AddDays(left);
    }

    // 民法典 第二百零三条: if the last day is a legal holiday, the day after the holiday is the last day
    private DateOnly? Roll(DateOnly start, DateOnly? last, DayKind kind, Gaps gaps)
    {
        if (last is not { } day || kind == DayKind.Working || day == start)
        {
            return last;
        }

        while (true)
        {
            if (gaps.At(day) is { } gap)
            {
                if (gap.IsOpen)
                {
                    return null;
                }

                day = gap.Last.AddDays(1);
            }
            else if (!Calendar.IsWorkday(day))
            {
                day = day.AddDays(1);
            }
            else
            {
                return day;
            }
        }
    }

    private int Count(DateOnly after, DateOnly upTo, DayKind kind, Gaps gaps)
    {
        var count = CountFree(after, upTo, kind);
        foreach (var gap in gaps.All)
        {
            var from = gap.First.AddDays(-1);
            count -= CountFree(from > after ? from : after, gap.Last < upTo ? gap.Last : upTo, kind);
        }

        return count;
    }

    private int CountFree(DateOnly after, DateOnly upTo, DayKind kind) =>
        kind == DayKind.Working ? Calendar.WorkdaysBetween(after, upTo) : Math.Max(0, upTo.DayNumber - after.DayNumber);
}
