using Yimen.Kernel;

namespace Yimen.Cases.Clocks;

/// <summary>过线 — a case's clock crossed a mark. Written once and never changed (ruling 35); the person hears of it first, supervision reads it later.</summary>
internal sealed class ClockCrossed
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required ClockMark Mark { get; init; }

    /// <summary>Which of several: the day of a silence alarm, the step that ran over; else empty.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The first day beyond the mark, or the day on which the warning span began.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The last day in time, as it was computed then.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>From which day the rule that was applied is in force; the item's own limit has none.</summary>
    public DateOnly? RuleFrom { get; init; }

    public required UnitId Unit { get; init; }

    /// <summary>Whose hands it was in; null while it lay in a queue.</summary>
    public Guid? AccountId { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>The marks of a case's clocks.</summary>
internal enum ClockMark
{
    [Label("未告知提醒")] Silence = 1,
    [Label("逾期视为受理")] DeemedAccepted = 2,
    [Label("临期预警")] Warning = 3,
    [Label("超承诺时限")] Promised = 4,
    [Label("超法定时限")] Statutory = 5,
    [Label("环节超时")] Step = 6,
    [Label("特别程序超期")] Special = 7,
    [Label("送达超期")] Delivery = 8,
    [Label("再次补正")] SecondCorrection = 9,
    [Label("听证临期")] HearingNear = 10,
    [Label("听证超期")] HearingLate = 11,
}
