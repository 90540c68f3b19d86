using System.Linq.Expressions;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Lists;

/// <summary>A line of the order list; nothing of the caller stands in it.</summary>
public sealed record OrderRow
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    public required OrderType Type { get; init; }

    public required string ContentClass { get; init; }

    public required OrderSource Source { get; init; }

    public required Urgency Urgency { get; init; }

    public required OrderState State { get; init; }

    public required UnitId? Unit { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required DateOnly? CityDue { get; init; }

    public required bool Secret { get; init; }

    public required bool Raised { get; init; }

    public required int Rehandlings { get; init; }

    public required bool Follows { get; init; }

    public required UnitOutcome? Outcome { get; init; }

    public required Attitude? Attitude { get; init; }

    public required CallerResult? Result { get; init; }

    public required DateOnly? ClosedOn { get; init; }

    public required OrderClockRow Clock { get; init; }

    public string UnitName { get; init; } = "";

    public DeadlineView? Deadline { get; init; }

    internal static readonly Expression<Func<WorkOrder, OrderRow>> Of = o => new OrderRow
    {
        Id = o.Id, Number = o.Number, Title = o.Title, Type = o.Type, ContentClass = o.ContentClass, Source = o.Source, Urgency = o.Urgency, State = o.State, Unit = o.Unit, ReceivedAt = o.ReceivedAt, CityDue = o.CityDue,
        Secret = o.Secret, Raised = o.Raised, Rehandlings = o.Rehandlings, Follows = o.MasterId != null, Outcome = o.Outcome, Attitude = o.Attitude, Result = o.Result, ClosedOn = o.ClosedOn,
        Clock = new OrderClockRow
        {
            State = o.State, ReceivedOn = o.ReceivedOn, Due = o.Due, Paused = o.Paused, WarningDays = o.Terms.WarningDays,
            AnsweredOn = o.State < OrderState.FollowUp || o.State == OrderState.ReturnedToCity ? null : o.Replies.Where(r => r.ReleasedAt != null).Max(r => (DateOnly?)r.On) ?? o.ClosedOn,
        },
    };
}

public sealed record OrdersView(IReadOnlyList<OrderRow> Rows, Paging Paging, OrderFilter Filter, UnitsAndTowns Known, IReadOnlyList<Choice> Classes, bool CanExport, bool CanRecord, bool CanDispatch);
