namespace Yimen.Hotline.Reviews;

/// <summary>审核 — one look at a reply: by a level of the unit, or by the hotline office.</summary>
internal sealed class OrderReview
{
    public long Id { get; private init; }

    public Guid OrderId { get; private init; }

    public required Guid ReplyId { get; init; }

    /// <summary>分管负责人, 单位负责人, 热线办.</summary>
    public required string Level { get; init; }

    public required bool Passed { get; init; }

    public required string Remark { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }
}
