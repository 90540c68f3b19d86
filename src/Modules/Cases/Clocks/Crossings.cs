using Yimen.Cases.Contracts;
using Yimen.Cases.Hearings;
using Yimen.Cases.Limits;
using Yimen.Kernel;

namespace Yimen.Cases.Clocks;

/// <summary>A mark that a clock has crossed by a day.</summary>
/// <param name="On">The first day beyond it.</param>
/// <param name="Due">The last day in time.</param>
internal sealed record Crossing(ClockMark Mark, string Detail, DateOnly On, DateOnly Due, DateOnly? RuleFrom = null)
{
    public ClockCrossed Of(Case c, Guid id, Act act) => new()
    {
        Id = id, CaseId = c.Id, Mark = Mark, Detail = Detail, On = On, Due = Due, RuleFrom = RuleFrom, Unit = c.Unit, AccountId = c.Reviewer, At = act.Now,
    };
}

/// <summary>Which marks a case's clocks have crossed: a pure function of the case, the calendar, the limits and the day.</summary>
internal static class Crossings
{
    public static IEnumerable<Crossing> Of(Case c, LegalClock clock, CaseLimits limits, DateOnly today) =>
        c.ClosedOn is not null ? Delivery(c, today, limits)
        : c.AcceptedOn is null ? Silence(c, clock, limits, today)
        : [.. Handling(c, clock, today, limits), .. Step(c, clock, today), .. Special(c, clock, today), .. Hearing(c, clock, limits, today)];

    // practice.md: silence alarms on day 3 and day 4; past the last day the law accepts
    private static IEnumerable<Crossing> Silence(Case c, LegalClock clock, CaseLimits limits, DateOnly today)
    {
        if (c is not { TellBy: { } last, CompleteOn: { } complete })
        {
            yield break;
        }

        foreach (var code in new[] { CaseLimitCode.SilenceFirst, CaseLimitCode.SilenceLast })
        {
            var rule = limits.Row(code);
            if (clock.Due(complete, Period.Working(rule.Value)) is { } on && on <= today && on <= last)
            {
                yield return new(ClockMark.Silence, $"{rule.Value}", on, last, rule.From);
            }
        }

        if (last < today)
        {
            yield return new(ClockMark.DeemedAccepted, "", last.AddDays(1), last, limits.Row(CaseLimitCode.Reception).From);
        }
    }

    private static IEnumerable<Crossing> Handling(Case c, LegalClock clock, DateOnly today, CaseLimits limits)
    {
        if (c.Due is not { } due)
        {
            yield break; // the clock stands
        }

        if (today <= due && clock.Consumed(today, due, kind: c.Terms.PromisedKind) <= c.Terms.WarningDays)
        {
            yield return new(ClockMark.Warning, "", today, due, limits.Row(CaseLimitCode.WarningShare).From);
        }

        if (due < today)
        {
            yield return new(ClockMark.Promised, "", due.AddDays(1), due);
        }

        if (c.StatutoryDue is { } legal && legal < today)
        {
            yield return new(ClockMark.Statutory, "", legal.AddDays(1), legal);
        }
    }

    // a step that ran over though the whole is in time (domain C7)
    private static IEnumerable<Crossing> Step(Case c, LegalClock clock, DateOnly today)
    {
        var (name, days) = c.State == CaseState.Proposed ? ("决定", c.Terms.SigningDays) : ("审查", c.Terms.ReviewDays);
        if (days > 0 && c.StepOn is { } since && clock.Due(since, Period.Working(days), c.Stops) is { } last && last < today)
        {
            yield return new(ClockMark.Step, name, last.AddDays(1), last);
        }
    }

    // C4: at most the item's declared time for special procedures, all of them together
    private static IEnumerable<Crossing> Special(Case c, LegalClock clock, DateOnly today)
    {
        if (c.Terms.SpecialDays <= 0 || c.OpenSuspension is not { Special: true } open)
        {
            yield break;
        }

        var before = c.Suspensions.Where(s => s is { Special: true, EndedOn: not null }).Sum(s => clock.Consumed(s.BeganOn, s.EndedOn!.Value));
        if (clock.Due(open.BeganOn, Period.Working(Math.Max(0, c.Terms.SpecialDays - before))) is { } last && last < today)
        {
            yield return new(ClockMark.Special, open.Ground, last.AddDays(1), last);
        }
    }

    // 行政许可法 第四十七条: held within twenty days of the request. Who has set no day yet is warned while a notice still leaves its days.
    private static IEnumerable<Crossing> Hearing(Case c, LegalClock clock, CaseLimits limits, DateOnly today)
    {
        if (c.Hearing is not { Stage: HearingStage.Requested or HearingStage.Notified, HoldBy: { } last } hearing)
        {
            yield break;
        }

        var warn = limits.Row(CaseLimitCode.HearingWarning);
        if (last < today)
        {
            yield return new(ClockMark.HearingLate, "", last.AddDays(1), last, limits.Row(CaseLimitCode.HearingHeld).From);
        }
        else if (hearing.Stage == HearingStage.Requested && clock.Calendar.WorkdaysBetween(today, last) <= warn.Value)
        {
            yield return new(ClockMark.HearingNear, "", today, last, warn.From);
        }
    }

    private static IEnumerable<Crossing> Delivery(Case c, DateOnly today, CaseLimits limits)
    {
        if (c.State is CaseState.AwaitingDelivery or CaseState.Certifying && c.DeliverBy is { } last && last < today)
        {
            yield return new(ClockMark.Delivery, "", last.AddDays(1), last, limits.Row(CaseLimitCode.Delivery).From);
        }
    }
}
