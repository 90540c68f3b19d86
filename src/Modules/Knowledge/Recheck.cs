using Yimen.Kernel;

namespace Yimen.Knowledge;

internal enum RecheckKind
{
    [Label("定期复审")] Scheduled = 1,
    [Label("事项变更复审")] ItemChanged = 2,
    [Label("政策变动更新")] PolicyChanged = 3,
}

internal enum RecheckOutcome
{
    [Label("确认有效")] Confirmed = 1,
    [Label("修订发布")] Revised = 2,
    [Label("下架")] TakenDown = 3,
}

/// <summary>复审 — by which day the owner must have looked at a published answer again, why, and what came of it. A row stands from publication on, so that what fell due is counted whether or not anybody was reminded.</summary>
internal sealed class Recheck
{
    public Guid Id { get; private init; }

    public Guid ArticleId { get; private init; }

    public RecheckKind Kind { get; private init; }

    /// <summary>What changed, in words; empty for a scheduled one.</summary>
    public string Why { get; private init; } = "";

    public DateOnly OpenedOn { get; private init; }

    /// <summary>The last day in time.</summary>
    public DateOnly Due { get; private init; }

    /// <summary>Since when it lies in the owner's inbox; null before.</summary>
    public DateOnly? CalledOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public RecheckOutcome? Outcome { get; private set; }

    public string ClosedByName { get; private set; } = "";

    public bool IsOpen => ClosedOn is null;

    internal static Recheck Schedule(Guid id, Guid article, DateOnly due, Act act) => new() { Id = id, ArticleId = article, Kind = RecheckKind.Scheduled, OpenedOn = act.Today, Due = due };

    internal static Recheck Demand(Guid id, Guid article, RecheckKind kind, (string Why, DateOnly Due) of, Act act) =>
        new() { Id = id, ArticleId = article, Kind = kind, Why = of.Why, OpenedOn = act.Today, Due = of.Due, CalledOn = act.Today };

    internal void Call(Act act) => CalledOn = act.Today;

    internal void Close(RecheckOutcome outcome, Act act) => (ClosedOn, Outcome, ClosedByName) = (act.Today, outcome, act.By.Name);
}
