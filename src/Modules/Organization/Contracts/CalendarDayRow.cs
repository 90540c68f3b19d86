using Yimen.Kernel;

namespace Yimen.Organization.Contracts;

/// <summary>From where a county's own day comes. Of two for one date the later wins: a local order over a notice.</summary>
public enum CalendarDaySource
{
    [Label("放假安排")] Notice,
    [Label("本地调整")] Local,
}

/// <summary>A day that the county's administrator imported or set: a new year's notice, or a local order.</summary>
public sealed class CalendarDayRow
{
    public required DateOnly Date { get; init; }

    public required CalendarDaySource Kind { get; init; }

    public required string Name { get; set; }

    public required bool IsOff { get; set; }

    /// <summary>The notice or order, as it is quoted.</summary>
    public required string Source { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Taken back. The row stays, so that a withdrawal is seen like any other change.</summary>
    public bool Withdrawn { get; set; }

    public CalendarDay AsDay() => new(Date, Name, IsOff);
}
