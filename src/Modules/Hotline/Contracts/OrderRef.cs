using Yimen.Kernel;
using Yimen.Platform.Data;

namespace Yimen.Hotline.Contracts;

/// <summary>工单 as other rooms may read and join it: nothing personal.</summary>
public sealed class OrderRef
{
    public Guid Id { get; private init; }

    public string Number { get; private init; } = "";

    public string Title { get; private init; } = "";

    public OrderType Type { get; private init; }

    public OrderSource Source { get; private init; }

    /// <summary>Six digits of the content classes.</summary>
    public string ContentClass { get; private init; } = "";

    public AreaCode Area { get; private init; }

    /// <summary>The unit that handles it; null until it is dispatched.</summary>
    public UnitId? Unit { get; private init; }

    public OrderState State { get; private init; }

    /// <summary>When it reached us; UTC.</summary>
    public DateTimeOffset ReceivedAt { get; private init; }

    public DateOnly ReceivedOn { get; private init; }

    /// <summary>The county's last day; null while the clock stands.</summary>
    public DateOnly? Due { get; private init; }

    public DateOnly? ClosedOn { get; private init; }

    /// <summary>The order that it follows; null for one that is handled by itself.</summary>
    public Guid? MasterId { get; private init; }
}

/// <summary>The read door of this room.</summary>
public static class OrderLookup
{
    extension(AppDb db)
    {
        /// <summary>Every work order, to be joined.</summary>
        public IQueryable<OrderRef> OrderRefs => db.Set<OrderRef>();
    }
}
