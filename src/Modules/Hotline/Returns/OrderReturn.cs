using Yimen.Kernel;

namespace Yimen.Hotline.Returns;

/// <summary>退单申请, 移交申请 — a unit says that another should handle it, on which article and which unit. The clock runs on meanwhile.</summary>
internal sealed class OrderReturn
{
    public Guid Id { get; init; }

    public Guid OrderId { get; private init; }

    public required UnitId Unit { get; init; }

    /// <summary>移交 — after it was signed for.</summary>
    public required bool Transfer { get; init; }

    /// <summary>Of the table of reasons.</summary>
    public required string Reason { get; init; }

    /// <summary>The law or the list of duties.</summary>
    public required string Basis { get; init; }

    public required UnitId Proposed { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateOnly On { get; init; }

    public bool? Granted { get; private set; }

    public string Remark { get; private set; } = "";

    public string AnsweredByName { get; private set; } = "";

    public DateTimeOffset? AnsweredAt { get; private set; }

    public bool IsOpen => Granted is null;

    internal void Answer(bool granted, Act act) => (Granted, Remark, AnsweredByName, AnsweredAt) = (granted, act.Reason ?? "", act.By.Name, act.Now);
}

/// <summary>What a unit asks when it gives an order back.</summary>
internal sealed record ReturnDraft(Guid Id, string Reason, string Basis, UnitId Proposed);
