using Yimen.Hotline.Contracts;
using Yimen.Hotline.Reminders;

namespace Yimen.Hotline.Kpi;

/// <summary>Something that happened to an order on a day, and the unit that had it; empty where none had.</summary>
internal record DatedFact(Guid OrderId, DateOnly On, string Unit);

internal sealed record DispatchFact(Guid OrderId, DateOnly On, string Unit, bool InTime) : DatedFact(OrderId, On, Unit);

internal sealed record ClosureFact(Guid OrderId, DateOnly On, string Unit, bool InTime, bool Early) : DatedFact(OrderId, On, Unit);

/// <summary>A caller who was reached.</summary>
internal sealed record VisitFact(Guid OrderId, DateOnly On, string Unit, Attitude? Attitude, CallerResult? Result, UnitOutcome? Said) : DatedFact(OrderId, On, Unit);

internal sealed record ReminderFact(Guid OrderId, DateOnly On, string Unit, ReminderLevel Level) : DatedFact(OrderId, On, Unit);

/// <summary>What of an order is counted: its rows as they stand, nothing personal.</summary>
internal sealed record OrderFacts
{
    public required Guid Id { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required OrderType Type { get; init; }

    public required string Town { get; init; }

    public required string Unit { get; init; }

    public required bool Follows { get; init; }

    public required bool DirectAnswer { get; init; }

    public required bool HasPhone { get; init; }

    /// <summary>退回市平台的日期; null for all others.</summary>
    public required DateOnly? ReturnedOn { get; init; }

    public IReadOnlyList<DispatchFact> Dispatches { get; init; } = [];

    public IReadOnlyList<ClosureFact> Closures { get; init; } = [];

    public IReadOnlyList<VisitFact> Visits { get; init; } = [];

    public IReadOnlyList<DatedFact> Rehandlings { get; init; } = [];

    /// <summary>退单; 移交 is none.</summary>
    public IReadOnlyList<DatedFact> Returns { get; init; } = [];

    public IReadOnlyList<ReminderFact> Reminders { get; init; } = [];

    /// <summary>The days on which an answer was let out.</summary>
    public IReadOnlyList<DateOnly> ReleasedOn { get; init; } = [];
}
