using Yimen.Cases.Contracts;

namespace Yimen.Cases.Ending;

/// <summary>How a case ended without a decision: refused, withdrawn, terminated, expired, transferred upward.</summary>
internal sealed class CaseEnding
{
    public Guid CaseId { get; private init; }

    public required CaseOutcome Outcome { get; init; }

    public required string Reason { get; init; }

    /// <summary>不予受理: the body whose power it is; 转报: the body it went to.</summary>
    public string Body { get; init; } = "";

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>不予受理通知书, 终止办理通知书; null where none is due.</summary>
    public Guid? DocumentId { get; set; }
}
