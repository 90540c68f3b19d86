using Yimen.Cases.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Cases;

/// <summary>The deadline as pages show it, computed from the case's rows on the day it is looked at.</summary>
internal static class CaseDeadline
{
    /// <param name="href">Where it is explained day by day; null where nobody may ask.</param>
    public static DeadlineView Of(ClockRow c, LegalClock clock, DateOnly today, string? href)
    {
        if (c.ClosedOn is { } closed)
        {
            return c.AcceptedOn is null || c.Due is null ? new(null, null, DeadlineState.None) : new(c.Due, null, closed <= c.Due ? DeadlineState.Met : DeadlineState.MetLate, href);
        }

        if (c.AcceptedOn is null)
        {
            return BeforeAcceptance(c, clock, today, href);
        }

        return c.Due is not { } due
            ? new(null, null, DeadlineState.Paused, href, c.Paused)
            : Running(due, today, clock, (c.PromisedKind, c.WarningDays), href);
    }

    private static DeadlineView BeforeAcceptance(ClockRow c, LegalClock clock, DateOnly today, string? href) =>
        c.TellBy is { } tellBy ? Running(tellBy, today, clock, (DayKind.Working, 1), href)
        : c.State == CaseState.CorrectionAsked ? new(null, null, DeadlineState.Paused, null, "等待申请人补正")
        : new(null, null, DeadlineState.None);

    private static DeadlineView Running(DateOnly due, DateOnly today, LegalClock clock, (DayKind Kind, int Warning) period, string? href)
    {
        // every stop lies behind us while the clock runs, so only the days between count
        var left = today <= due ? clock.Consumed(today, due, kind: period.Kind) : clock.Consumed(due, today, kind: period.Kind);
        var state = today > due ? DeadlineState.Overdue : today == due ? DeadlineState.Today : left <= period.Warning ? DeadlineState.Soon : DeadlineState.Running;
        return new(due, left, state, href, Unit: "个" + Label.Of(period.Kind));
    }
}

/// <summary>What of a case its deadline is computed from; lists project it.</summary>
public sealed record ClockRow
{
    public required CaseState State { get; init; }

    public required DateOnly? TellBy { get; init; }

    public required DateOnly? AcceptedOn { get; init; }

    public required DateOnly? Due { get; init; }

    public required DateOnly? ClosedOn { get; init; }

    public required string? Paused { get; init; }

    public required DayKind PromisedKind { get; init; }

    public required int WarningDays { get; init; }

    internal static ClockRow Of(Case c) => new()
    {
        State = c.State, TellBy = c.TellBy, AcceptedOn = c.AcceptedOn, Due = c.Due, ClosedOn = c.ClosedOn, Paused = c.Paused,
        PromisedKind = c.Terms.PromisedKind, WarningDays = c.Terms.WarningDays,
    };
}
