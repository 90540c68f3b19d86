using Yimen.Hotline.Contracts;
using Yimen.Kernel;

namespace Yimen.Hotline.Visits;

/// <summary>回访, 评价 — what the caller said of the answer, and through whom. Never overwritten: a later word is a later row.</summary>
internal sealed class OrderVisit
{
    public long Id { get; private init; }

    public Guid OrderId { get; private init; }

    public required VisitBy By { get; init; }

    /// <summary>Somebody was reached; else the attempt alone is recorded.</summary>
    public required bool Reached { get; init; }

    public Attitude? Attitude { get; init; }

    public CallerResult? Result { get; init; }

    public required string Note { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>What the unit had said when the caller was asked: the gap between the two is a figure.</summary>
    public required UnitOutcome? Said { get; init; }

    /// <summary>The unit that had answered.</summary>
    public required UnitId? Unit { get; init; }
}

/// <summary>回访主体.</summary>
internal enum VisitBy
{
    [Label("热线办回访")] Office = 1,
    [Label("市平台回访")] City = 2,
    [Label("诉求人评价")] Caller = 3,
}

/// <summary>What was learnt at a visit.</summary>
internal sealed record VisitDraft(VisitBy By, bool Reached, Attitude? Attitude, CallerResult? Result, string Note);

/// <summary>办结 — one closing: the day, and the last day that held then. A re-handled order may have several.</summary>
internal sealed class OrderClosure
{
    public long Id { get; private init; }

    public Guid OrderId { get; private init; }

    public required int Sequence { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>The day on which the last answer left the unit: what is measured against the limit.</summary>
    public required DateOnly AnsweredOn { get; init; }

    public required DateOnly Due { get; init; }

    public required UnitId? Unit { get; init; }

    public required string ByName { get; init; }
}

/// <summary>重办 — once more to the unit, and why.</summary>
internal sealed class OrderRehandling
{
    public long Id { get; private init; }

    public Guid OrderId { get; private init; }

    public required int Sequence { get; init; }

    public required UnitId? Unit { get; init; }

    public required string Why { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateOnly On { get; init; }
}
