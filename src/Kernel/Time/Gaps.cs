namespace Yimen.Kernel;

/// <summary>Stretches of days on which the clock stands: the stops of a matter, clipped, sorted and merged, so that overlapping stops count once (ruling 37).</summary>
internal sealed class Gaps
{
    /// <summary>More stops than any matter has; bounds what a public address can make us compute.</summary>
    public const int MostStops = 1000;

    public static readonly Gaps None = new([], []);

    private readonly Stop[] stops;
    private readonly Gap[] gaps;

    private Gaps(Stop[] stops, Gap[] gaps)
    {
        this.stops = stops;
        this.gaps = gaps;
    }

    public ReadOnlySpan<Gap> All => gaps;

    public static Gaps Of(IReadOnlyList<Stop>? stops)
    {
        if (stops is null || stops.Count == 0)
        {
            return None;
        }

        if (stops.Count > MostStops)
        {
            throw new RuleViolation("too-many-stops", $"中止记录过多：最多{MostStops}段，现有{stops.Count}段。");
        }

        var sorted = stops.OrderBy(s => s.Begin).ToArray();
        return new Gaps(sorted, Merge(sorted));
    }

    /// <summary>The gap that holds a day, or null when the clock runs.</summary>
    public Gap? At(DateOnly day)
    {
        foreach (var gap in gaps)
        {
            if (gap.First <= day && day <= gap.Last)
            {
                return gap;
            }
        }

        return null;
    }

    public string? WhyAt(DateOnly day) => Array.Find(stops, s => s.Why is not null && s.Begin < day && (s.End is null || day <= s.End))?.Why;

    private static Gap[] Merge(Stop[] sorted)
    {
        var merged = new List<Gap>(sorted.Length);
        foreach (var stop in sorted)
        {
            // the day a stop begins still counts, the day it is lifted does not
            var gap = new Gap(WorkCalendar.Within(stop.Begin).AddDays(1), stop.End is { } end ? WorkCalendar.Within(end) : DateOnly.MaxValue);
            if (stop.End < stop.Begin)
            {
                throw new RuleViolation("stop-backwards", $"中止的结束日期（{Chinese.Date(stop.End.Value)}）早于开始日期（{Chinese.Date(stop.Begin)}）。");
            }

            if (gap.Last < gap.First)
            {
                continue;
            }

            if (merged.Count > 0 && gap.First.DayNumber <= (long)merged[^1].Last.DayNumber + 1)
            {
                merged[^1] = merged[^1] with { Last = gap.Last > merged[^1].Last ? gap.Last : merged[^1].Last };
            }
            else
            {
                merged.Add(gap);
            }
        }

        return [.. merged];
    }
}

/// <summary>Both days inclusive.</summary>
internal readonly record struct Gap(DateOnly First, DateOnly Last)
{
    public bool IsOpen => Last == DateOnly.MaxValue;
}
