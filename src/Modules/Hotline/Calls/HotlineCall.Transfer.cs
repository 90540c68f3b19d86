using Yimen.Kernel;
using Yimen.Platform.Crypto;
using Yimen.Platform.Journal;

namespace Yimen.Hotline.Calls;

/// <summary>One agent hands the caller to another: told by the telephone system, and what was typed so far handed over by the agent.</summary>
internal sealed partial class HotlineCall
{
    private readonly List<CallTransfer> transfers = [];

    /// <summary>By whom it was passed on to whom, the earliest first.</summary>
    public IReadOnlyList<CallTransfer> Transfers => [.. transfers.OrderBy(t => t.At)];

    /// <summary>What an agent typed and left for the next, sealed; empty where there is none, and once the call is written down.</summary>
    public Sealed Draft { get; private set; }

    /// <summary>Who left it.</summary>
    public string DraftBy { get; private set; } = "";

    /// <summary>转接 — another agent talks with the caller. It stays one call that was answered once, at its first answer. Written down already it stays with who did. Told again with the same facts nothing happens.</summary>
    /// <exception cref="RuleViolation"><c>call-unanswered</c>, <c>call-transferred</c>, <c>call-same-agent</c>, <c>call-order</c>, <c>call-ended</c>, <c>wrong-state</c>.</exception>
    public void Transfer(Actor to, DateTimeOffset at, Act act)
    {
        if (transfers.Exists(t => t.At == at && t.ToId == to.AccountId))
        {
            return;
        }

        _ = AnsweredAt is not { } answered ? throw new RuleViolation("call-unanswered", "还没有报过接听的来电不能转接；请先报接听。")
            : transfers.Exists(t => t.At == at) ? throw new RuleViolation("call-transferred", "这个时刻已经报过转接，接手的话务员与上次不同。")
            : EndedAt is not null ? throw new RuleViolation("call-ended", "这个来电已经报过结束，不能再报转接。")
            : at < answered || transfers.Exists(t => t.At > at) ? throw new RuleViolation("call-order", "转接时间不能早于接听时间和上一次转接。")
            : Talks.Id == to.AccountId ? throw new RuleViolation("call-same-agent", $"这个来电正由{to.Name}通话，不用转接。")
            : 0;
        var from = Talks;
        Move(CallVerb.Transfer, act, new Change("话务员", from.Name, to.Name));
        transfers.Add(new() { At = at, FromId = from.Id, FromName = from.Name, ToId = to.AccountId, ToName = to.Name });
        if (State == CallState.Talking)
        {
            (AgentId, AgentName) = (to.AccountId, to.Name);
        }
    }

    /// <summary>Whether an agent talked with the caller and no longer does.</summary>
    public bool PassedBy(Guid agent) => AgentId != agent && transfers.Exists(t => t.FromId == agent);

    /// <summary>交接内容 — an agent who talks or talked with the caller leaves what was typed to the next one.</summary>
    /// <exception cref="RuleViolation"><c>wrong-state</c>, <c>call-not-yours</c>.</exception>
    public void PassOn(Sealed draft, Act act)
    {
        Lifecycle.After(State, CallVerb.PassOn);
        if (AgentId != act.By.AccountId && !PassedBy(act.By.AccountId))
        {
            throw new RuleViolation("call-not-yours", "只有接听过这个来电的话务员可以交接内容。");
        }

        Move(CallVerb.PassOn, act);
        (Draft, DraftBy) = (draft, act.By.Name);
    }

    // what was left for the next agent is personal data, and has done its work
    private void ForgetDraft() => (Draft, DraftBy) = (default, "");

    private (Guid? Id, string Name) Talks => transfers.Count == 0 ? (AgentId, AgentName) : transfers.MaxBy(t => t.At) is var last ? (last!.ToId, last.ToName) : default;
}

/// <summary>转接 — when a caller was handed from one agent to another; never changed afterwards.</summary>
internal sealed class CallTransfer
{
    public Guid CallId { get; private init; }

    public required DateTimeOffset At { get; init; }

    public required Guid? FromId { get; init; }

    public required string FromName { get; init; }

    public required Guid ToId { get; init; }

    public required string ToName { get; init; }
}
