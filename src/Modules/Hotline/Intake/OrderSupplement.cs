using Yimen.Kernel;

namespace Yimen.Hotline;

/// <summary>补充信息 — what was added after it was taken in, by the city or by the caller.</summary>
internal sealed class OrderSupplement
{
    public long Id { get; private init; }

    public Guid OrderId { get; private init; }

    public required SupplementBy By { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The city's own key, so that what it sends twice is added once.</summary>
    public string SourceKey { get; init; } = "";
}

internal enum SupplementBy
{
    [Label("市平台")] City = 1,
    [Label("诉求人")] Caller = 2,
    [Label("热线办")] Office = 3,
}
