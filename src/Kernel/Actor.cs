namespace Yimen.Kernel;

/// <summary>Who acts: an account with the name and the unit that the journal will quote. Programs act as <see cref="System"/>.</summary>
public sealed record Actor(Guid AccountId, string Name, UnitId? Unit)
{
    /// <summary>The program itself: jobs, seeding, recomputation.</summary>
    public static Actor System { get; } = new(Guid.Empty, "系统", null);
}

/// <summary>One act: by whom, when (recorded, UTC, milliseconds) and why. What varies is a parameter: verbs take an <see cref="Act"/> and read no clock.</summary>
public sealed record Act(Actor By, DateTimeOffset Now, string? Reason = null)
{
    /// <summary>The China calendar day of the act.</summary>
    public DateOnly Today => ChinaTime.DateOf(Now);
}
