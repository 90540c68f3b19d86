using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Cases;

/// <summary>The deadline as pages show it, computed from the case's rows on the day it is looked at.</summary>
internal static class CaseDeadline
{
    // 预警: one working day left, or a fifth of the period, whichever is more (domain C7, a default)
    private const int WarningShare = 5;

    public static DeadlineView Of(CaseClock c, LegalClock clock, DateOnly today)
    {
        if (c.DecidedOn is { } decided)
        {
            return new(c.Due, null, decided <= c.Due ? DeadlineState.Met : DeadlineState.MetLate, Explain(c));
        }

        if (c.AcceptedOn is not { } start || c.Due is not { } due)
        {
            return new(null, null, DeadlineState.None);
        }

        var remaining = clock.Remaining(start, c.Promised, null, 0, today);
        var warning = Math.Max(1, c.Promised.Days / WarningShare);
        var state = today > due ? DeadlineState.Overdue : today == due ? DeadlineState.Today : remaining <= warning ? DeadlineState.Soon : DeadlineState.Running;
        return new(due, Math.Abs(remaining), state, Explain(c), Unit: "个" + Label.Of(c.Promised.Kind));
    }

    private static string Explain(CaseClock c) => $"/calendar/explain?from={c.AcceptedOn:yyyy-MM-dd}&days={c.Promised.Days}&kind={(c.Promised.Kind == DayKind.Working ? "working" : "calendar")}";
}

/// <summary>What of a case its deadline is computed from.</summary>
internal sealed record CaseClock(DateOnly? AcceptedOn, DateOnly? Due, DateOnly? DecidedOn, Period Promised)
{
    public static CaseClock Of(Case c) => new(c.AcceptedOn, c.Due, c.DecidedOn, c.Terms.Promised);
}
