using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Ui;

namespace Yimen.Hotline;

/// <summary>The county's last day as pages show it, computed on the day it is looked at.</summary>
internal static class OrderDeadline
{
    public static DeadlineView Of(OrderClockRow o, LegalClock clock, DateOnly today, string? href)
    {
        if (o.State is OrderState.ReturnedToCity || o.ReceivedOn > today)
        {
            return new(null, null, DeadlineState.None);
        }

        if (o.AnsweredOn is { } answered)
        {
            return new(o.Due, null, answered <= o.Due ? DeadlineState.Met : DeadlineState.MetLate, href);
        }

        return o.Due is not { } due ? new(null, null, DeadlineState.Paused, href, o.Paused) : Running(due, today, clock, o.WarningDays, href);
    }

    /// <summary>The address that explains it day by day.</summary>
    public static string HrefOf(WorkOrder o, LegalClock clock) => DeadlineExplanation.Href(o.CountedFrom, Period.Working(o.LimitDays(clock)), o.Stops, o.ExtraDays);

    private static DeadlineView Running(DateOnly due, DateOnly today, LegalClock clock, int warning, string? href)
    {
        var left = today <= due ? clock.Consumed(today, due) : clock.Consumed(due, today);
        var state = today > due ? DeadlineState.Overdue : today == due ? DeadlineState.Today : left <= warning ? DeadlineState.Soon : DeadlineState.Running;
        return new(due, left, state, href);
    }
}

/// <summary>What of an order its deadline is computed from; lists project it.</summary>
public sealed record OrderClockRow
{
    public required OrderState State { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required DateOnly? Due { get; init; }

    public required string? Paused { get; init; }

    public required int WarningDays { get; init; }

    /// <summary>When the answer left the unit, once it was let out; null while it is awaited.</summary>
    public required DateOnly? AnsweredOn { get; init; }

    internal static OrderClockRow Now(WorkOrder o) => new()
    {
        State = o.State, ReceivedOn = o.ReceivedOn, Due = o.Due, Paused = o.Paused, WarningDays = o.Terms.WarningDays,
        AnsweredOn = o.State is < OrderState.FollowUp or OrderState.ReturnedToCity ? null : o.Released?.On ?? o.ClosedOn,
    };
}
