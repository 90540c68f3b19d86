using Yimen.Kernel;

namespace Yimen.Hotline.Suspensions;

/// <summary>挂起 — a stretch in which the clock stands, on a ground of the list.</summary>
internal sealed class OrderSuspension
{
    public long Id { get; private init; }

    public Guid OrderId { get; private init; }

    /// <summary>Of the table of grounds: 等待法院裁判, 信访程序办理中 …</summary>
    public required string Ground { get; init; }

    public required string Why { get; init; }

    public required string ByName { get; init; }

    /// <summary>This day still counts.</summary>
    public required DateOnly BeganOn { get; init; }

    /// <summary>This day does not count. Null while it stands.</summary>
    public DateOnly? EndedOn { get; private set; }

    internal void End(DateOnly on) => EndedOn = on;
}
