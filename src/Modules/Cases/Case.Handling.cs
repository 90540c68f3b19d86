using Yimen.Cases.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Cases;

/// <summary>From acceptance to service.</summary>
internal sealed partial class Case
{
    /// <summary>受理 — legal responsibility begins; the promised and the statutory period start, and today is not counted (行政许可法 第三十二条、第四十二条).</summary>
    public void Accept(Act act, LegalClock clock)
    {
        if (Terms.AcceptMode == Catalog.Contracts.AcceptMode.UnitAccepts && act.By.Unit != Unit)
        {
            throw new RuleViolation("unit-accepts", "该事项由窗口收件、部门受理，窗口不能代部门受理。");
        }

        CaseLifecycle.Table.After(State, CaseVerb.Accept);
        CheckPapers();
        Move(CaseVerb.Accept, act);
        (AcceptedAt, AcceptedOn) = (act.Now, act.Today);
        SetDue(clock);
        Trail.Add(new Change("承诺办结日", null, $"{Due:yyyy-MM-dd}"));
    }

    /// <summary>接办 — a reviewer takes the case up.</summary>
    public void TakeUp(Act act)
    {
        Move(CaseVerb.TakeUp, act);
        Reviewer = act.By.AccountId;
    }

    /// <summary>审查 — the reviewer's opinion and what is proposed.</summary>
    public void Propose(bool grant, string text, Act act)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new RuleViolation("opinion", "请填写审查意见。");
        }

        if (State == CaseState.Accepted)
        {
            TakeUp(act);
        }

        Move(CaseVerb.Propose, act, new Change("审查意见", null, text), new Change("拟办结果", null, grant ? "准予" : "不予"));
        opinions.Add(new Opinion { Grant = grant, Text = text, ById = act.By.AccountId, ByName = act.By.Name, At = act.Now });
    }

    /// <summary>退回重审 — the one who signs sends the case back with what is to be looked at again.</summary>
    public void SendBack(Act act)
    {
        if (act.Reason is null)
        {
            throw new RuleViolation("reason", "退回重审须写明原因。");
        }

        Move(CaseVerb.SendBack, act);
    }

    /// <summary>准予, 不予 — the decision; the matter is finished for all time statistics. Who reviewed does not sign, unless one person is authorised for all steps.</summary>
    public void Decide(bool grant, Act act, LegalClock clock)
    {
        if (Terms.AcceptMode != Catalog.Contracts.AcceptMode.OnePerson && Reviewer == act.By.AccountId)
        {
            throw new RuleViolation("reviewer-signs", "审查人不能签批自己审查的办件，请由其他负责人签批。");
        }

        if (!grant && act.Reason is null)
        {
            // 行政许可法 第三十八条: a denial states its reasons
            throw new RuleViolation("reason", "不予许可须说明理由。", "行政许可法 第三十八条");
        }

        Move(grant ? CaseVerb.Grant : CaseVerb.Deny, act);
        Decision = new DecisionFact { Granted = grant, Reason = act.Reason ?? "", ById = act.By.AccountId, ByName = act.By.Name, At = act.Now };
        (DecidedAt, DecidedOn, Consumed) = (act.Now, act.Today, clock.Consumed(AcceptedOn!.Value, act.Today));
    }

    /// <summary>制发决定 — the decision's document is made and waits to be served. Its number is added to the note when it is given, at the save.</summary>
    public Note Issue(Guid documentId, Act act)
    {
        DocumentId = documentId;
        return Move(CaseVerb.Issue, act);
    }

    /// <summary>送达 — the applicant has the decision.</summary>
    public void Deliver(DeliveryMethod method, string recipient, Act act)
    {
        Move(CaseVerb.Deliver, act, new Change("送达方式", null, Label.Of(method)), new Change("签收人", null, Masking.Name(recipient)));
        Delivery = new DeliveryFact { Method = method, Recipient = recipient, ByName = act.By.Name, At = act.Now };
        DeliveredOn = act.Today;
    }

    /// <summary>重算期限 — after the calendar changed; true when the day moved, which is journaled.</summary>
    public bool Recompute(LegalClock clock, Act act)
    {
        if (AcceptedOn is null || DecidedOn is not null)
        {
            return false;
        }

        var before = Due;
        SetDue(clock);
        if (before == Due)
        {
            return false;
        }

        Trail.Note(act, "重算期限", null, null, new Change("承诺办结日", $"{before:yyyy-MM-dd}", $"{Due:yyyy-MM-dd}"));
        return true;
    }

    /// <summary>查看完整信息 — somebody looks at what is masked; the reason stays in the journal.</summary>
    public void Unmask(Act act)
    {
        if (act.Reason is null)
        {
            throw new RuleViolation("reason", "查看完整信息须写明理由。");
        }

        Trail.Note(act, "查看完整信息", null, null);
    }

    public bool OnTime => DecidedOn is { } decided && decided <= Due;

    private void SetDue(LegalClock clock)
    {
        Due = clock.Due(AcceptedOn!.Value, Terms.Promised);
        StatutoryDue = Terms.Statutory is { } limit ? clock.Due(AcceptedOn.Value, limit) : null;
        CalendarVersion = clock.Calendar.Version;
    }

    private void CheckPapers()
    {
        if (Missing is { Count: > 0 } missing)
        {
            throw new RuleViolation("materials-missing", $"还缺少必要材料：{string.Join("、", missing)}。材料齐全后才能受理。", "行政许可法 第三十二条");
        }
    }
}
