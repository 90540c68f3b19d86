namespace Yimen.Platform.Ui;

/// <summary>A deadline as people read it.</summary>
/// <param name="Due">The last day; null when no clock runs.</param>
/// <param name="Remaining">Days left, in <paramref name="Unit"/>; overdue days count positive as well.</param>
/// <param name="Href">The page that explains it day by day.</param>
/// <param name="Why">Why the clock stands, e.g. 特别程序：现场勘验.</param>
public sealed record DeadlineView(DateOnly? Due, int? Remaining, DeadlineState State, string? Href = null, string? Why = null, string Unit = "个工作日")
{
    internal Tone Tone => State switch
    {
        DeadlineState.Running => Tone.Active,
        DeadlineState.Soon or DeadlineState.Today => Tone.Warn,
        DeadlineState.Overdue or DeadlineState.MetLate => Tone.Bad,
        DeadlineState.Paused => Tone.Paused,
        DeadlineState.Met => Tone.Good,
        _ => Tone.Neutral,
    };

    internal string Words(DateOnly today) => State switch
    {
        DeadlineState.Running or DeadlineState.Soon => $"剩 {Remaining} {Unit}{On(today)}",
        DeadlineState.Today => "今天到期",
        DeadlineState.Overdue => $"已逾期 {Math.Abs(Remaining ?? 0)} {Unit}{On(today)}",
        DeadlineState.Paused => Why is null ? "已暂停" : $"已暂停 · {Why}",
        DeadlineState.Met => "按时办结",
        DeadlineState.MetLate => "逾期办结",
        DeadlineState.External => Due is null ? "外部系统计时" : $"外部系统{On(today)}",
        _ => "未开始计时",
    };

    private string On(DateOnly today) => Due is { } due ? $" · {Dates.ShortDay(due, today)}" : "";
}

public enum DeadlineState
{
    /// <summary>No clock runs yet.</summary>
    None,
    Running,

    /// <summary>Within the warning span.</summary>
    Soon,
    Today,
    Overdue,

    /// <summary>The clock stands while a suspension runs.</summary>
    Paused,

    /// <summary>Finished in time.</summary>
    Met,

    /// <summary>Finished after its day.</summary>
    MetLate,

    /// <summary>Another system keeps the clock.</summary>
    External,
}
