namespace Yimen.Organization.Contracts;

/// <summary>A day that the county's administrator imported or set: a new year's notice, or a local order.</summary>
public sealed class CalendarDayRow
{
    public required DateOnly Date { get; init; }

    public required string Name { get; set; }

    public required bool IsOff { get; set; }

    /// <summary>The notice or order.</summary>
    public required string Source { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }
}
