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
        WhoAccepts(act, "窗口不能代部门受理。");
        CaseLifecycle.Table.After(State, CaseVerb.Accept);
        CheckPapers();
        Move(CaseVerb.Accept, act);
        StartClock(act.Today, act, clock);
    }

    /// <summary>逾期视为受理 — nobody told in time: accepted by law from the day on which the application was complete (行政许可法 第三十二条第四项).</summary>
    public void DeemAccepted(Act act, LegalClock clock)
    {
        if (TellBy is not { } last || act.Today <= last)
        {
            throw new RuleViolation("not-silent", "告知期限尚未届满。", "行政许可法 第三十二条");
        }

        Move(CaseVerb.DeemAccepted, act);
        Deemed = true;
        StartClock(CompleteOn!.Value, act, clock);
    }

    private void StartClock(DateOnly from, Act act, LegalClock clock)
    {
        (AcceptedAt, AcceptedOn, TellBy, StepOn) = (act.Now, from, null, act.Today);
        SetDue(clock);
        BeginDeferrals(from, clock);
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
        CheckOpinion(text);
        CheckChair(act);
        if (Paused is { } why)
        {
            throw new RuleViolation("paused", $"办件正在{why}，恢复计时后才能提交审查意见。");
        }

        if (State == CaseState.Accepted)
        {
            TakeUp(act);
        }

        Move(CaseVerb.Propose, act, new Change("审查意见", null, text), new Change("拟办结果", null, grant ? "准予" : "不予"));
        StepOn = act.Today;
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
        StepOn = act.Today;
    }

    /// <summary>准予, 不予 — the decision; the matter is finished for all time statistics. Who reviewed does not sign, unless one person is authorised for all steps.</summary>
    /// <param name="serve">Within which period the decision is to be served.</param>
    public void Decide(bool grant, Act act, LegalClock clock, Period serve)
    {
        if (Terms.AcceptMode != Catalog.Contracts.AcceptMode.OnePerson && Reviewer == act.By.AccountId)
        {
            throw new RuleViolation("reviewer-signs", "审查人不能签批自己审查的办件，请由其他负责人签批。");
        }

        CheckDecision(grant, act);
        Move(grant ? CaseVerb.Grant : CaseVerb.Deny, act);
        Settle(grant, act, clock, serve);
    }

    /// <summary>视为准予延续 — no answer before the licence expired: renewed by law (行政许可法 第五十条).</summary>
    public void DeemRenewed(Act act, LegalClock clock, Period serve, int daysAhead)
    {
        if (LicenceUntil is not { } until || act.Today <= until || ReceivedOn > until.AddDays(-daysAhead))
        {
            throw new RuleViolation("not-renewed", "不符合视为准予延续的条件：须在有效期届满前按期提出申请，且届满时仍未作出决定。", "行政许可法 第五十条");
        }

        Move(CaseVerb.DeemRenewed, act);
        Settle(true, act, clock, serve);
    }

    private static void CheckOpinion(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new RuleViolation("opinion", "请填写审查意见。");
        }
    }

    private void CheckDecision(bool grant, Act act)
    {
        if (!grant && act.Reason is null)
        {
            // 行政许可法 第三十八条: a denial states its reasons
            throw new RuleViolation("reason", "不予许可须说明理由。", "行政许可法 第三十八条");
        }

        if (OpenMotion is not null)
        {
            throw new RuleViolation("motion-open", "还有报批事项没有批复，请先批复再签批。");
        }

        CheckHearing(act.Today);
        CheckOwed(grant, act.Today);
    }

    private void Settle(bool grant, Act act, LegalClock clock, Period serve)
    {
        EndStops(act.Today, clock);
        Decision = new DecisionFact { Granted = grant, Reason = act.Reason ?? "", ById = act.By.AccountId, ByName = act.By.Name, At = act.Now };
        (DecidedAt, DecidedOn, Consumed, StepOn) = (act.Now, act.Today, clock.Consumed(AcceptedOn!.Value, act.Today, Stops), act.Today);
        DeliverBy = clock.Due(act.Today, serve);
        Close(grant ? CaseOutcome.Granted : CaseOutcome.Denied, act);
    }

    private void Close(CaseOutcome outcome, Act act) => (ClosedOn, Outcome, TellBy, Paused) = (act.Today, outcome, null, null);

    /// <summary>制发决定 — the decision's document is made and waits to be served. Its number is added to the note when it is given, at the save.</summary>
    public Note Issue(Guid documentId, Act act)
    {
        var note = Move(State == CaseState.Granted && Terms.Certificate.Length > 0 ? CaseVerb.SendToCertify : CaseVerb.Issue, act);
        DocumentId = documentId;
        return note;
    }

    /// <summary>送达 — the applicant has the decision.</summary>
    /// <param name="note">邮寄: the tracking number; 留置: the witnesses; 电子: the consent; 委托, 公告: through whom, where.</param>
    public void Deliver(DeliveryMethod method, string recipient, Act act, string note = "")
    {
        CaseLifecycle.Table.After(State, CaseVerb.Deliver);
        CheckPaid();
        if (method is DeliveryMethod.LeftBehind or DeliveryMethod.Entrusted or DeliveryMethod.Announced && note.Length == 0)
        {
            throw new RuleViolation("delivery-note", $"{Label.Of(method)}须写明见证人、受托机关或者公告的时间和地点。");
        }

        Move(CaseVerb.Deliver, act, new Change("送达方式", null, Label.Of(method)), new Change("签收人", null, Masking.Name(recipient)), new Change("送达说明", null, note));
        Delivery = new DeliveryFact { Method = method, Recipient = recipient, Note = note, ByName = act.By.Name, At = act.Now };
        DeliveredOn = act.Today;
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
        Due = clock.Due(AcceptedOn!.Value, Terms.Promised, Stops, ExtraDays);
        StatutoryDue = Terms.Statutory is { } limit ? clock.Due(AcceptedOn.Value, limit, Stops, ExtraDays) : null;
        CalendarVersion = clock.Calendar.Version;
    }

    private void CheckPapers()
    {
        if (materials.Where(m => m.Lacks).OrderBy(m => m.Order).ToList() is { Count: > 0 } lacking)
        {
            var later = lacking.Exists(m => m.MayComeLater) ? "标明可以后补的，申请人签署容缺承诺后也可以受理。" : "";
            throw new RuleViolation("materials-missing", $"还缺少必要材料：{string.Join("、", lacking.Select(m => m.Name))}。材料齐全后才能受理。{later}", "行政许可法 第三十二条");
        }
    }
}
