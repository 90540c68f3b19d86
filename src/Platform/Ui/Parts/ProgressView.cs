namespace Yimen.Platform.Ui;

/// <summary>A long work as it stands: an import, an export, a report.</summary>
/// <param name="What">What is being done: 导入实施清单.</param>
/// <param name="Total">Null while it is not known.</param>
/// <param name="Speed">每秒 1,200 行</param>
/// <param name="Left">约 2 分钟</param>
/// <param name="CancelAction">The form action that stops it; null when it cannot be stopped.</param>
public sealed record ProgressView(string What, long Done, long? Total, bool Running)
{
    public string Unit { get; init; } = "行";

    public string? Speed { get; init; }

    public string? Left { get; init; }

    public string? CancelAction { get; init; }

    /// <summary>How it ended, in words, and in which tone.</summary>
    public string? Outcome { get; init; }

    public Tone OutcomeTone { get; init; } = Tone.Good;
}
