using Yimen.Hotline.Contracts;
using Yimen.Hotline.Dispatches;
using Yimen.Hotline.Visits;
using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Hotline;

/// <summary>From the caller's verdict to the archive, or back to the unit.</summary>
internal sealed partial class WorkOrder
{
    private const int RaisedAt = 3;

    /// <summary>The caller said no: not treated well, or not solved.</summary>
    public bool Displeased => Attitude is Contracts.Attitude.Dissatisfied or Contracts.Attitude.VeryDissatisfied || Result == CallerResult.NotSolved;

    /// <summary>回访 — the caller is asked; who is not reached leaves an attempt.</summary>
    public void Visit(VisitDraft draft, Act act)
    {
        MustBeAble(OrderVerb.Visit);
        if (draft.Reached && (draft.Attitude is null || draft.Result is null))
        {
            throw new RuleViolation("verdict-missing", "回访到诉求人的，须记录态度和结果两项评价。");
        }

        Move(OrderVerb.Visit, act, new Change("回访", null, draft.Reached ? $"{Label.Of(draft.Attitude!)}，{Label.Of(draft.Result!)}" : "未联系上"));
        Keep(draft, act);
    }

    /// <summary>评价 — the caller says it without being asked, on the portal; once for each answer.</summary>
    public void Rate(Attitude attitude, CallerResult result, string note, Act act)
    {
        MustBeAble(OrderVerb.Rate);
        var answered = Released?.ReleasedAt ?? DateTimeOffset.MinValue;
        if (visits.Exists(v => v.By == VisitBy.Caller && v.At >= answered))
        {
            throw new RuleViolation("rated-once", "您已经评价过这次答复。");
        }

        Move(OrderVerb.Rate, act, new Change("评价", null, $"{Label.Of(attitude)}，{Label.Of(result)}"));
        Keep(new(VisitBy.Caller, true, attitude, result, note), act);
    }

    /// <summary>办结 — after the caller was asked, or could not be. Who is displeased is not closed without a reason.</summary>
    /// <param name="tries">So many attempts that failed are enough.</param>
    public void Close(int tries, Act act)
    {
        MustBeAble(OrderVerb.Close);
        var since = Released?.ReleasedAt ?? ReceivedAt;
        var asked = visits.Where(v => v.At >= since).ToList();
        if (!Requester.Phone.IsEmpty && !asked.Exists(v => v.Reached) && asked.Count < tries)
        {
            throw new RuleViolation("not-visited", $"还没有回访到诉求人。连续 {tries} 次未联系上的方可办结，现有 {asked.Count} 次。");
        }

        if (asked.Exists(v => v.Reached) && Displeased && act.Reason is null)
        {
            throw new RuleViolation("displeased", "诉求人不满意或者认为未解决，应当重办；仍要办结的，须写明理由。");
        }

        // 第三次重办、二次退单: who is displeased is heard by the meeting before it is over
        if (OpenCoordination is not null && Displeased)
        {
            throw new RuleViolation("coordination-open", "本单已经提请协调，还没有决定。请先记录协调决定，再办结或者重办。");
        }

        Move(OrderVerb.Close, act);
        EndWith(act, LastReply?.On ?? act.Today);
    }

    /// <summary>重办 — the caller is right: the unit handles it again, with a limit of its own. The third time somebody above looks at it.</summary>
    /// <param name="limitDays">Working days from today.</param>
    /// <param name="cityDue">The city's new day, when it was the city that sent it back.</param>
    public void Rehandle(int limitDays, DateOnly? cityDue, Guid coordination, Act act, LegalClock clock)
    {
        MustBeAble(OrderVerb.Rehandle);
        _ = act.Reason is null ? throw new RuleViolation("reason", "重办须写明理由。")
            : Unit is null ? throw new RuleViolation("no-unit", "本单是直接解答的，没有承办单位；请作为新工单受理。")
            : 0;
        Move(OrderVerb.Rehandle, act, new Change("第几次重办", null, $"{Rehandlings + 1}"));
        Rehandlings++;
        rehandled.Add(new OrderRehandling { Sequence = Rehandlings, Unit = Unit, Why = act.Reason!, ByName = act.By.Name, At = act.Now, On = act.Today });
        (ClosedOn, CountedFrom, ExtraDays, CityDue) = (null, act.Today, 0, cityDue ?? (CityDue is { } city && city > act.Today ? city : null));
        Terms = Terms with { LimitDays = limitDays };
        SetDue(clock);
        Trail.Add(new Change("县办结期限", null, $"{Due:yyyy-MM-dd}"));
        if (CurrentDispatch is null)
        {
            dispatches.Add(HandedOver(act)); // it followed another until now: from here on the unit has it as its own
        }

        if (Rehandlings >= RaisedAt)
        {
            Raise($"第 {Rehandlings} 次重办", coordination, act);
        }
    }

    /// <summary>归档 — put away under its number.</summary>
    public void Archive(string number, Act act)
    {
        MustBeAble(OrderVerb.Archive);
        if (number.Length == 0)
        {
            throw new RuleViolation("archive-number", "请填写档号。");
        }

        if (OpenCoordination is not null && State == OrderState.Closed)
        {
            throw new RuleViolation("coordination-open", "本单提请的协调还没有决定。请先记录协调决定，再归档。");
        }

        if (State == OrderState.Closed && duties.FindAll(d => d.IsOpen) is { Count: > 0 } owed)
        {
            throw new RuleViolation("duty-open", $"协调会议交办的事还有 {owed.Count} 件没有反馈。请等单位反馈，或者查明情况后登记落实，再归档。");
        }

        Move(OrderVerb.Archive, act, new Change("档号", null, number));
        ArchiveNumber = number;
    }

    private OrderDispatch HandedOver(Act act)
    {
        var made = new OrderDispatch { Unit = Unit!.Value, Basis = "重办：主单的承办单位", ById = act.By.AccountId, ByName = act.By.Name, At = act.Now, On = act.Today, SignBy = act.Now, ReturnBy = act.Today };
        made.Sign(act);
        return made;
    }

    private void Keep(VisitDraft draft, Act act)
    {
        visits.Add(new OrderVisit
        {
            By = draft.By, Reached = draft.Reached, Attitude = draft.Reached ? draft.Attitude : null, Result = draft.Reached ? draft.Result : null, Note = draft.Note, ByName = act.By.Name, At = act.Now, On = act.Today,
            Said = Outcome, Unit = Unit,
        });
        if (draft.Reached)
        {
            (Attitude, Result) = (draft.Attitude, draft.Result);
        }
    }

    private void EndWith(Act act, DateOnly answeredOn)
    {
        ClosedOn = act.Today;
        closures.Add(new OrderClosure { Sequence = closures.Count + 1, On = act.Today, AnsweredOn = answeredOn, Due = Due ?? answeredOn, Unit = Unit, ByName = act.By.Name });
    }
}
