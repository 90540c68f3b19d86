namespace Yimen.Platform.Ui;

/// <summary>One of the steps a matter walks through: 收件 → 受理 → 审查 → 决定 → 送达.</summary>
public sealed record StepView(string Title, string? Date, StepState State);

public enum StepState
{
    Ahead,
    Current,
    Done,

    /// <summary>Was not needed in this matter.</summary>
    Skipped,
}
