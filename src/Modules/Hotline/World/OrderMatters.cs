using Yimen.Hotline.Contracts;

namespace Yimen.Hotline.World;

/// <summary>What people of the demo world call about, written by hand (<c>hotline.json</c>).</summary>
internal sealed record OrderMatters(IReadOnlyList<string> Places, IReadOnlyList<OrderMatter> Matters);

/// <param name="Unit">The unit that handles it; <c>TOWN</c> for the town where it happened.</param>
internal sealed record OrderMatter(OrderType Type, string ContentClass, string Unit, string Title, string Content, string Facts, string Reply, string Basis, UnitOutcome Outcome)
{
    public Urgency Urgency { get; init; } = Urgency.Ordinary;

    public bool Secret { get; init; }

    public string Topic { get; init; } = "";

    public string Reported { get; init; } = "";
}

/// <summary>How far an order has come.</summary>
internal enum OrderReach
{
    Received,
    Follower,
    ToCity,
    Direct,
    Dispatched,
    ReturnAsked,
    Signed,
    ExtensionAsked,
    Suspended,
    Handling,
    Late,
    Raised,
    UnitReview,
    OfficeReview,
    FollowUp,
    Closed,
    Displeased,
    Rehandled,
    Archived,
}
