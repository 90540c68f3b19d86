namespace Yimen.Hotline.Files;

/// <summary>现场照片 — what the unit saw, taken before or while handling; or 诉求附件, what the caller sent along.</summary>
internal sealed class OrderFile
{
    public Guid Id { get; init; }

    public Guid OrderId { get; private init; }

    /// <summary>Its row among the county's stored files.</summary>
    public required Guid FileId { get; init; }

    public required string Name { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public bool FromCaller { get; init; }
}
