using Yimen.Kernel;
using Yimen.Platform.Crypto;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Hotline.Calls;

/// <summary>Who calls, as the telephone system shows it: sealed, with a keyed index that finds the same caller's orders. Both empty where the number was withheld.</summary>
internal sealed record CallerNumber(Sealed Number, string Index)
{
    public static readonly CallerNumber Withheld = new(default, "");
}

/// <summary>本地来电 — one ring of the county's own line, from the first ring until it is recorded what became of it. The telephone system (CTI) tells the beginning, the answering and the end; an agent tells the rest.</summary>
internal sealed partial class HotlineCall : IMatter
{
    public const string MatterKind = "call";

    public static readonly Lifecycle<CallState, CallVerb> Lifecycle = new(
        (CallState.Ringing, CallVerb.Answer, CallState.Talking),
        (CallState.Ringing, CallVerb.Abandon, CallState.Abandoned),
        (CallState.Talking, CallVerb.Transfer, CallState.Talking),
        (CallState.Talking, CallVerb.PassOn, CallState.Talking),
        (CallState.Talking, CallVerb.HangUp, CallState.Unrecorded),
        (CallState.Talking, CallVerb.TakeOrder, CallState.Recorded),
        (CallState.Talking, CallVerb.AnswerDirectly, CallState.Recorded),
        (CallState.Talking, CallVerb.FindInvalid, CallState.Recorded),
        (CallState.Unrecorded, CallVerb.PassOn, CallState.Unrecorded),
        (CallState.Unrecorded, CallVerb.TakeOrder, CallState.Recorded),
        (CallState.Unrecorded, CallVerb.AnswerDirectly, CallState.Recorded),
        (CallState.Unrecorded, CallVerb.FindInvalid, CallState.Recorded),
        (CallState.Unrecorded, CallVerb.Listen, CallState.Unrecorded),
        (CallState.Recorded, CallVerb.Transfer, CallState.Recorded),
        (CallState.Recorded, CallVerb.HangUp, CallState.Recorded),
        (CallState.Recorded, CallVerb.Listen, CallState.Recorded));

    private HotlineCall()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>The telephone system's own name for it: what it tells twice is one call.</summary>
    public string CallId { get; private init; } = "";

    public Sealed Caller { get; private init; }

    /// <summary>Keyed; empty where the number was withheld.</summary>
    public string CallerIndex { get; private init; } = "";

    public DateTimeOffset RingingAt { get; private init; }

    /// <summary>The China day of the first ring, by which it is counted.</summary>
    public DateOnly RingingOn { get; private init; }

    /// <summary>Until then an answer is in time; by the limit of its day.</summary>
    public DateTimeOffset AnswerBy { get; private init; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The agent it was offered to, then the one who answered, then the one it was transferred to: who writes it down.</summary>
    public Guid? AgentId { get; private set; }

    public string AgentName { get; private set; } = "";

    public CallState State { get; private set; }

    public CallOutcome? Outcome { get; private set; }

    /// <summary>Of an invalid call: which of the list, as it was called that day.</summary>
    public string InvalidReason { get; private set; } = "";

    public string Note { get; private set; } = "";

    public Guid? OrderId { get; private set; }

    /// <summary>录音索引 — under which the telephone system keeps the recording; the recording itself never comes here.</summary>
    public string Recording { get; private set; } = "";

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    public string Href => $"/desk/calls/{Id}";

    /// <summary>What was hung up and not recorded waits for who answered it.</summary>
    public IEnumerable<TaskSpec> WaitsFor => State != CallState.Unrecorded ? [] :
        [new("record", $"登记 {ChinaTime.Local(RingingAt):M月d日 HH:mm} 的来电", Roles.Hotline, Due: RingingOn) { Account = AgentId, Href = Href }];

    public bool Can(CallVerb verb) => Lifecycle.Can(State, verb);

    /// <summary>来电 — the line rings.</summary>
    /// <param name="id">Of the new row.</param>
    /// <param name="told">The call's id, its caller, when it rang, and how long it may ring.</param>
    /// <param name="offered">The agent whose telephone rings; null while it waits in the queue.</param>
    /// <param name="act">Who tells it, and when.</param>
    public static HotlineCall Ring(Guid id, CallTold told, Actor? offered, Act act)
    {
        var call = new HotlineCall
        {
            Id = id, CallId = told.CallId, Caller = told.Caller.Number, CallerIndex = told.Caller.Index, RingingAt = told.At, RingingOn = ChinaTime.DateOf(told.At), AnswerBy = told.At + told.AnswerWithin,
            AgentId = offered?.AccountId, AgentName = offered?.Name ?? "", State = CallState.Ringing,
        };
        call.Trail.Note(act, Label.Of(CallVerb.Ring), null, Label.Of(CallState.Ringing), new Change("呼叫标识", null, told.CallId));
        return call;
    }

    /// <summary>接听 — an agent has taken it up. Told again with the same facts nothing happens.</summary>
    /// <exception cref="RuleViolation"><c>call-answered</c>, <c>call-order</c>, <c>wrong-state</c>.</exception>
    public void Answer(Actor agent, DateTimeOffset at, Act act)
    {
        if (AnsweredAt == at && AgentId == agent.AccountId)
        {
            return;
        }

        if (AnsweredAt is not null)
        {
            throw new RuleViolation("call-answered", $"这个来电已经由{AgentName}接听，不能再报接听。");
        }

        Follows(RingingAt, at, "接听时间不能早于振铃时间。");
        Move(CallVerb.Answer, act, new Change("话务员", null, agent.Name));
        (AnsweredAt, AgentId, AgentName) = (at, agent.AccountId, agent.Name);
    }

    /// <summary>挂断 — it is over; without an answer before, it was abandoned. Told again with the same facts nothing happens.</summary>
    /// <exception cref="RuleViolation"><c>call-ended</c>, <c>call-order</c>, <c>call-unanswered</c>.</exception>
    public void End(DateTimeOffset at, string recording, Act act)
    {
        if (EndedAt == at && Recording == recording)
        {
            return;
        }

        if (EndedAt is not null)
        {
            throw new RuleViolation("call-ended", "这个来电已经报过结束，时间或者录音索引与上次不同。");
        }

        if (AnsweredAt is null && recording.Length > 0)
        {
            // events come in their order: a recording says that somebody answered, and who must be told first
            throw new RuleViolation("call-unanswered", "还没有报过接听的来电不会有录音；请先报接听，再报结束。");
        }

        Follows(AnsweredAt ?? RingingAt, at, "结束时间不能早于振铃和接听时间。");
        Move(AnsweredAt is null ? CallVerb.Abandon : CallVerb.HangUp, act);
        (EndedAt, Recording) = (at, recording);
        Outcome = State == CallState.Abandoned ? CallOutcome.Abandoned : Outcome;
    }

    private static void Follows(DateTimeOffset before, DateTimeOffset at, string words)
    {
        if (at < before)
        {
            throw new RuleViolation("call-order", words);
        }
    }

    /// <summary>Consults the table, moves, and leaves a note.</summary>
    private void Move(CallVerb verb, Act act, params IEnumerable<Change> changes)
    {
        var from = State;
        State = Lifecycle.After(from, verb);
        Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(State), changes);
    }
}

/// <summary>What the telephone system tells of a call that rings.</summary>
internal sealed record CallTold(string CallId, CallerNumber Caller, DateTimeOffset At, TimeSpan AnswerWithin);
