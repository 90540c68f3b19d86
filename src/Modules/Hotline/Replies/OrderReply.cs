using Yimen.Hotline.Contracts;
using Yimen.Kernel;

namespace Yimen.Hotline.Replies;

/// <summary>答复 by the 答复规范: contacted when and how, what was found, what became of it, on which basis, who is to be asked. A returned one stays beside the next.</summary>
internal sealed class OrderReply
{
    public Guid Id { get; init; }

    public Guid OrderId { get; private init; }

    /// <summary>The how-manieth reply of the order.</summary>
    public required int Sequence { get; init; }

    public required UnitId Unit { get; init; }

    public required DateTimeOffset ContactedAt { get; init; }

    public required ContactWay ContactWay { get; init; }

    public required string Facts { get; init; }

    public required UnitOutcome Outcome { get; init; }

    /// <summary>What was done or explained, in the words that the caller reads.</summary>
    public required string Text { get; init; }

    public required string Basis { get; init; }

    public required string ContactPerson { get; init; }

    public required string ContactPhone { get; init; }

    /// <summary>盖章扫描件.</summary>
    public required Guid ScanId { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>Passed by the hotline office: now the caller may read it.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>Sent back for mending.</summary>
    public DateTimeOffset? SentBackAt { get; private set; }

    internal void Release(Act act) => ReleasedAt = act.Now;

    internal void SendBack(Act act) => SentBackAt = act.Now;
}

/// <summary>联系诉求人的方式.</summary>
public enum ContactWay
{
    [Label("电话")] Phone = 1,
    [Label("当面")] InPerson = 2,
    [Label("短信或微信")] Message = 3,
    [Label("书面")] Letter = 4,
    [Label("无法联系")] Unreachable = 9,
}

/// <summary>What a unit writes as its reply.</summary>
internal sealed record ReplyDraft(
    Guid Id, DateTimeOffset ContactedAt, ContactWay Way, string Facts, UnitOutcome Outcome, string Text, string Basis, string ContactPerson, string ContactPhone, Guid ScanId);
