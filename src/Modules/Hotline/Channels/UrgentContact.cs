using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Hotline.Channels;

/// <summary>紧急联络 — an urgent order was dispatched: the unit's people are called on one after another, each over their channels in order, until a human says that it is known. Who does not answer in time is passed over; after the last it lies with the hotline office.</summary>
internal sealed class UrgentContact : IMatter
{
    public const string MatterKind = "urgent-contact";

    public static readonly Lifecycle<UrgentState, UrgentVerb> Lifecycle = new(
        (UrgentState.Calling, UrgentVerb.Reach, UrgentState.Calling),
        (UrgentState.Calling, UrgentVerb.Settle, UrgentState.Calling),
        (UrgentState.Calling, UrgentVerb.TurnTo, UrgentState.Calling),
        (UrgentState.Calling, UrgentVerb.LogCall, UrgentState.Calling),
        (UrgentState.Unanswered, UrgentVerb.LogCall, UrgentState.Unanswered),
        (UrgentState.Calling, UrgentVerb.GiveUp, UrgentState.Unanswered),
        (UrgentState.Calling, UrgentVerb.Acknowledge, UrgentState.Acknowledged),
        (UrgentState.Unanswered, UrgentVerb.Acknowledge, UrgentState.Acknowledged),
        (UrgentState.Calling, UrgentVerb.End, UrgentState.Ended),
        (UrgentState.Unanswered, UrgentVerb.End, UrgentState.Ended));

    private readonly List<ContactAttempt> attempts = [];

    private UrgentContact()
    {
    }

    public Guid Id { get; private init; }

    public Guid OrderId { get; private init; }

    public string OrderNumber { get; private init; } = "";

    /// <summary>Urgency, type and class in words: what may be said of the order outside the house.</summary>
    public string What { get; private init; } = "";

    public UnitId Unit { get; private init; }

    public DateTimeOffset BeganAt { get; private init; }

    /// <summary>So many minutes each person has.</summary>
    public int Minutes { get; private init; }

    /// <summary>Whose turn it is.</summary>
    public ContactPost Post { get; private set; } = ContactPost.First;

    /// <summary>Until when that person has to answer.</summary>
    public DateTimeOffset Until { get; private set; }

    public UrgentState State { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public string EndedByName { get; private set; } = "";

    /// <summary>By which act it was known, or why it ended.</summary>
    public string EndedHow { get; private set; } = "";

    public IReadOnlyList<ContactAttempt> Attempts => attempts;

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    public bool IsOpen => State is UrgentState.Calling or UrgentState.Unanswered;

    /// <summary>The attempt whose result is still to come.</summary>
    public ContactAttempt? OpenAttempt => attempts.Find(a => a.IsOpen);

    public IEnumerable<TaskSpec> WaitsFor
    {
        get
        {
            if (State == UrgentState.Unanswered)
            {
                yield return Task("urgent-unanswered", "紧急工单无人应答，请跟进");
            }
            else if (State == UrgentState.Calling && OpenAttempt is { Result: AttemptResult.ToCall } call)
            {
                yield return Task("urgent-call", $"请打电话给{call.Person}");
            }
        }
    }

    /// <summary>开始联络 — with the order's dispatch; nobody has been called yet.</summary>
    public static UrgentContact Begin(Guid id, WorkOrder o, string what, int minutes, Act act)
    {
        var begun = new UrgentContact
        {
            Id = id, OrderId = o.Id, OrderNumber = o.Number, What = what, Unit = o.Unit!.Value, BeganAt = act.Now, Minutes = minutes, Until = ElapsedClock.Due(act.Now, TimeSpan.FromMinutes(minutes)), State = UrgentState.Calling,
        };
        begun.Trail.Note(act, "开始联络", null, Label.Of(UrgentState.Calling), new Change("工单", null, o.Number));
        return begun;
    }

    /// <summary>Whom to call on next, and how; null when nobody is left.</summary>
    /// <param name="plan">The unit's people and channels in order, as they stand now.</param>
    /// <param name="beyond">The person whose turn it is had their time.</param>
    public ContactStep? Next(IEnumerable<ContactStep> plan, bool beyond) =>
        plan.FirstOrDefault(s => (beyond ? s.Post > Post : s.Post >= Post) && !attempts.Exists(a => a.Post == s.Post && a.Way == s.Way && a.AccountId == s.Account));

    /// <summary>联络, 转下一联络人 — lays the attempt down; a new person has their whole time.</summary>
    public ContactAttempt Reach(ContactStep step, Act act)
    {
        var turned = step.Post != Post && attempts.Count > 0;
        Move(turned ? UrgentVerb.TurnTo : UrgentVerb.Reach, act, new Change(Label.Of(step.Post), null, step.Name), new("渠道", null, Label.Of(step.Way)), new("说明", null, step.Closed));
        if (step.Post != Post)
        {
            (Post, Until) = (step.Post, ElapsedClock.Due(act.Now, TimeSpan.FromMinutes(Minutes)));
        }

        var result = step.Away ? AttemptResult.Away : step.Closed is not null ? AttemptResult.Closed : step.Way switch { ContactWay.Phone => AttemptResult.ToCall, ContactWay.InApp => AttemptResult.Sent, _ => AttemptResult.Laid };
        var attempt = ContactAttempt.Of(attempts.Count + 1, step, result, act.Now);
        if (!attempt.IsOpen)
        {
            attempt.Settle(result, step.Closed ?? "", act with { By = Actor.System });
        }

        attempts.Add(attempt);
        return attempt;
    }

    /// <summary>登记送达 — what became of a letter.</summary>
    public void Settle(ContactAttempt attempt, AttemptResult result, string words, Act act)
    {
        Move(UrgentVerb.Settle, act, new Change($"{attempt.Person}的{Label.Of(attempt.Way)}", Label.Of(attempt.Result), Label.Of(result)), new("说明", null, words.Length == 0 ? null : words));
        attempt.Settle(result, words, act);
    }

    /// <summary>登记电话联系 — what the office heard on the telephone; who says that it is known has acknowledged it.</summary>
    /// <param name="step">Whom the office called of its own accord, when none was asked for.</param>
    /// <exception cref="RuleViolation"><c>no-call</c>, <c>wrong-state</c>.</exception>
    public void LogCall(AttemptResult result, string words, ContactStep? step, Act act)
    {
        Lifecycle.After(State, UrgentVerb.LogCall);
        var attempt = OpenAttempt is { Result: AttemptResult.ToCall } asked ? asked
            : State == UrgentState.Unanswered && step is not null ? ContactAttempt.Of(attempts.Count + 1, step, AttemptResult.ToCall, act.Now)
            : throw new RuleViolation("no-call", "现在没有要打的电话：其他渠道还在等待答复。");
        Move(UrgentVerb.LogCall, act, new Change(attempt.Person, null, Label.Of(result)), new("通话记录", null, words.Length == 0 ? null : words));
        if (attempt.Sequence > attempts.Count)
        {
            attempts.Add(attempt);
        }

        attempt.Settle(result, words, act);
        if (result == AttemptResult.Confirmed)
        {
            Finish(UrgentVerb.Acknowledge, $"在电话里确认知悉，{act.By.Name}登记", act);
            EndedByName = attempt.Person;
        }
    }

    /// <summary>转热线办跟进 — nobody of the unit answered.</summary>
    public void GiveUp(Act act)
    {
        State = Move(UrgentVerb.GiveUp, act);
    }

    /// <summary>确认知悉 — a human of the unit knows of the order: by signing, by asking to give it back, by this word, or on the telephone.</summary>
    public void Acknowledge(string how, Act act) => Finish(UrgentVerb.Acknowledge, how, act);

    /// <summary>终止联络 — the order lies no longer with this unit.</summary>
    public void End(string why, Act act) => Finish(UrgentVerb.End, why, act);

    private void Finish(UrgentVerb verb, string how, Act act)
    {
        (State, EndedAt, EndedByName, EndedHow) = (Move(verb, act, new Change("说明", null, how)), act.Now, act.By.Name, how);
        OpenAttempt?.Settle(AttemptResult.Lapsed, "不再需要", act);
    }

    private UrgentState Move(UrgentVerb verb, Act act, params IEnumerable<Change> changes)
    {
        var to = Lifecycle.After(State, verb);
        Trail.Note(act, Label.Of(verb), Label.Of(State), Label.Of(to), changes.Where(c => c.New is not null));
        return to;
    }

    private TaskSpec Task(string code, string act) => new(code, $"{act}：{OrderNumber}（{What}）", Roles.Hotline, null, ChinaTime.DateOf(Until)) { Href = $"/desk/orders/{OrderId}/phone-log" };
}
