using Yimen.Cases.Correction;
using Yimen.Kernel;

namespace Yimen.Cases.Motions;

/// <summary>报批 — what the reviewer asks of the unit's head during a case, and the answer. It takes effect in the answer's write.</summary>
internal sealed class CaseMotion
{
    public Guid Id { get; init; }

    public Guid CaseId { get; private init; }

    public required MotionKind Kind { get; init; }

    /// <summary>The ground of a special procedure; empty for others.</summary>
    public string Ground { get; init; } = "";

    public required string Why { get; init; }

    /// <summary>Days planned for a suspension, or asked for as an extension.</summary>
    public int Days { get; init; }

    /// <summary>转报: to which body.</summary>
    public string To { get; init; } = "";

    /// <summary>再次补正: what is still wrong.</summary>
    public IReadOnlyList<Flaw> Flaws { get; init; } = [];

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public bool? Approved { get; private set; }

    public string Remark { get; private set; } = "";

    public Guid? AnsweredById { get; private set; }

    public string AnsweredByName { get; private set; } = "";

    public DateTimeOffset? AnsweredAt { get; private set; }

    public bool IsOpen => Approved is null;

    internal void Answer(bool approved, Act act) =>
        (Approved, Remark, AnsweredById, AnsweredByName, AnsweredAt) = (approved, act.Reason ?? "", act.By.AccountId, act.By.Name, act.Now);
}

/// <summary>What may be asked of the unit's head.</summary>
internal enum MotionKind
{
    [Label("特别程序")] SpecialProcedure = 1,
    [Label("挂起")] Hold = 2,
    [Label("延期")] Extension = 3,
    [Label("再次补正")] SecondCorrection = 4,
    [Label("终止办理")] Termination = 5,
    [Label("转报")] TransferUp = 6,
}
