using Yimen.Kernel;
using Yimen.Platform.Crypto;
using Yimen.Platform.Journal;

namespace Yimen.Cases.Grievances;

/// <summary>Who complains of what, and through which door.</summary>
internal sealed record GrievanceRecord
{
    public required GrievanceChannel Channel { get; init; }

    public string? Window { get; init; }

    public Guid? AccountId { get; init; }

    public required string Name { get; init; }

    public Sealed Phone { get; init; }

    public string PhoneIndex { get; init; } = "";

    public required string Matter { get; init; }

    public (Guid? Id, string Name)? Item { get; init; }

    public bool RefusedOrally { get; init; }

    public required UnitId Centre { get; init; }

    public required AreaCode Area { get; init; }
}

/// <summary>From the record to the measure.</summary>
internal sealed partial class Grievance
{
    /// <summary>登记反映 — at a window, by telephone or by the person on the portal; the answer is due within the dated limit from this day.</summary>
    public static Grievance Record(Guid id, string queryCode, GrievanceRecord record, Act act, LegalClock clock)
    {
        var due = Last(clock, act.Today, act.Today);
        var recorded = new Grievance
        {
            Id = id, QueryCode = queryCode, Channel = record.Channel, Window = record.Window, AccountId = record.AccountId, Name = record.Name, Phone = record.Phone,
            PhoneIndex = record.PhoneIndex, Matter = record.Matter, ItemId = record.Item?.Id, ItemName = record.Item?.Name ?? "", RefusedOrally = record.RefusedOrally,
            Unit = record.Centre, Centre = record.Centre, Area = record.Area, Town = record.Area.Value[..9], State = GrievanceState.Recorded,
            RecordedAt = act.Now, RecordedOn = act.Today, CountedFrom = act.Today, Due = due, FirstDue = due,
        };
        recorded.Trail.Note(act, "登记反映", null, Label.Of(GrievanceState.Recorded), new Change("渠道", null, Label.Of(record.Channel)), new Change("最迟答复日", null, $"{due:yyyy-MM-dd}"));
        return recorded;
    }

    /// <summary>转办 — the centre says who has to answer; a wrong unit is corrected the same way. The clock is not set back.</summary>
    public void Dispatch(UnitId unit, Act act)
    {
        Move(GrievanceVerb.Dispatch, act, new Change("答复单位", Unit.Value, unit.Value));
        Unit = unit;
    }

    /// <summary>不予登记 — not a matter of getting something done; the person is told why and where to turn.</summary>
    public void Decline(Act act)
    {
        if (act.Reason is null)
        {
            throw new RuleViolation("reason", "不予登记须写明原因和应当找哪里。");
        }

        Move(GrievanceVerb.Decline, act);
    }

    /// <summary>答复 — the unit concerned says what it found and how the matter gets done.</summary>
    public void Answer(string text, Act act)
    {
        if (act.By.Unit != Unit)
        {
            throw new RuleViolation("unit-answers", "由被转办的单位答复，其他单位不能代为答复。");
        }

        Move(GrievanceVerb.Answer, act, new Change("答复", null, text));
        answers.Add(new GrievanceAnswer { Text = text, Unit = Unit, ByName = act.By.Name, At = act.Now });
        FirstAnsweredOn ??= act.Today;
    }

    /// <summary>退回重新答复 — the answer does not answer; the unit has the period once more.</summary>
    public void Return(Act act, LegalClock clock)
    {
        if (act.Reason is null)
        {
            throw new RuleViolation("reason", "退回须写明答复哪里不清楚。");
        }

        (CountedFrom, Due) = (act.Today, Last(clock, act.Today, act.Today));
        Move(GrievanceVerb.Return, act, new Change("最迟答复日", null, $"{Due:yyyy-MM-dd}"));
    }

    /// <summary>审核办结 — the centre finds the cause; where the fault is the administration's, what is changed is written down.</summary>
    public void Close(GrievanceCause cause, string measure, Act act)
    {
        if (cause.Ours && measure.Length == 0)
        {
            throw new RuleViolation("measure", $"原因是“{cause.Name}”，须写明整改措施。");
        }

        Move(GrievanceVerb.Close, act, new Change("原因", null, cause.Name), new Change("整改措施", null, measure));
        (Cause, Measure, ClosedOn) = (cause.Code, measure, act.Today);
    }

    /// <summary>查看电话 — somebody looks at what is masked; the reason stays in the journal.</summary>
    public void Unmask(Act act)
    {
        if (act.Reason is null)
        {
            throw new RuleViolation("reason", "查看电话须写明理由。");
        }

        Trail.Note(act, "查看电话", null, null);
    }

    /// <summary>重算期限 — after the calendar changed; true when the awaited answer's day moved.</summary>
    public bool Recompute(LegalClock clock, Act act)
    {
        var due = Last(clock, CountedFrom, RecordedOn);
        if (State is not (GrievanceState.Recorded or GrievanceState.Dispatched) || due == Due)
        {
            return false;
        }

        Trail.Note(act, "重算期限", null, null, new Change("最迟答复日", $"{Due:yyyy-MM-dd}", $"{due:yyyy-MM-dd}"));
        (Due, FirstDue) = (due, FirstAnsweredOn is null ? due : FirstDue);
        return true;
    }

    private static DateOnly Last(LegalClock clock, DateOnly from, DateOnly ruleOf) => clock.Due(from, GrievanceRules.Limit(ruleOf))!.Value;
}
