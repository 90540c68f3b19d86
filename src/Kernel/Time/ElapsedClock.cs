namespace Yimen.Kernel;

/// <summary>The other clock (ruling 36): hours run day and night, e.g. the hotline's one hour.</summary>
public static class ElapsedClock
{
    public static DateTimeOffset Due(DateTimeOffset start, TimeSpan limit) => start + limit;

    /// <summary>Time left; negative when overdue.</summary>
    public static TimeSpan Remaining(DateTimeOffset start, TimeSpan limit, DateTimeOffset now) => start + limit - now;
}
