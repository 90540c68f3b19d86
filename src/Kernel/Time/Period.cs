namespace Yimen.Kernel;

/// <summary>What a time limit counts. 行政许可法 第八十二条: limits of that law are working days, legal holidays excluded.</summary>
public enum DayKind
{
    [Label("工作日")] Working,
    [Label("自然日")] Calendar,
}

/// <summary>时限 — a limit of so many days of one kind. Zero days means the day of the start itself (当日办结).</summary>
public readonly record struct Period(int Days, DayKind Kind)
{
    public static Period Working(int days) => new(days, DayKind.Working);

    public static Period Calendar(int days) => new(days, DayKind.Calendar);

    /// <summary>As the office writes it: 20个工作日.</summary>
    public override string ToString() => $"{Days}个{Label.Of(Kind)}";
}

/// <summary>中止 — the clock stands from <paramref name="Begin"/> (which still counts) to <paramref name="End"/> (which does not); no end: it still stands.</summary>
/// <param name="Why">Shown to people, e.g. 公示, 检验检测.</param>
public sealed record Stop(DateOnly Begin, DateOnly? End, string? Why = null);

/// <summary>办公时间 — opening and closing of an ordinary working day, China time. Configuration of the office, not a constant.</summary>
public sealed record OfficeHours(TimeOnly Opening, TimeOnly Closing)
{
    public bool Contains(TimeOnly time) => time >= Opening && time < Closing;
}
