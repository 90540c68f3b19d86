using Yimen.Cases.Archive;
using Yimen.Cases.Certificate;
using Yimen.Cases.Contracts;
using Yimen.Cases.Ending;
using Yimen.Cases.Motions;
using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Cases;

/// <summary>Ends without a decision, and what follows a decision: the certificate and the archive.</summary>
internal sealed partial class Case
{
    /// <summary>不受理, 不予受理 — the unit's act, with its reason; the right body is named where the power is another's (行政许可法 第三十二条第一、二项).</summary>
    /// <param name="notRequired">The matter needs no permission at all: 不受理.</param>
    /// <param name="body">The body whose power it is; empty where that is not the reason.</param>
    public void Refuse(bool notRequired, string reason, string body, Act act)
    {
        if (act.By.Unit != Unit)
        {
            throw new RuleViolation("unit-refuses", "不予受理由决定机关作出，窗口不能代部门拒绝。");
        }

        if (reason.Length == 0)
        {
            throw new RuleViolation("reason", "不予受理须说明理由。", "行政许可法 第三十八条");
        }

        Move(CaseVerb.Refuse, act, new Change("理由", null, reason));
        End(notRequired ? CaseOutcome.NotRequired : CaseOutcome.Refused, reason, body, act);
    }

    /// <summary>撤回申请 — the applicant asks for it before the decision.</summary>
    public void Withdraw(Act act, LegalClock clock)
    {
        Move(CaseVerb.Withdraw, act);
        EndStops(act.Today, clock);
        End(CaseOutcome.Withdrawn, act.Reason ?? "申请人撤回申请", "", act);
    }

    /// <summary>终止办理 — approved by the head: the applicant died or lost standing, what was applied for is gone.</summary>
    public void Terminate(CaseMotion motion, Act act, LegalClock clock)
    {
        Move(CaseVerb.Terminate, act, new Change("理由", null, motion.Why));
        EndStops(act.Today, clock);
        End(CaseOutcome.Terminated, motion.Why, "", act);
    }

    /// <summary>转报 — the preliminary review is done and the matter goes to the body that decides (行政许可法 第四十三条).</summary>
    public void TransferUp(CaseMotion motion, Act act, LegalClock clock)
    {
        Move(CaseVerb.TransferUp, act, new Change("转报机关", null, motion.To));
        EndStops(act.Today, clock);
        Consumed = clock.Consumed(AcceptedOn!.Value, act.Today, Stops);
        End(CaseOutcome.TransferredUp, motion.Why, motion.To, act);
    }

    /// <summary>制证 — the licence is made: its number and how long it holds.</summary>
    public void Certify(string number, DateOnly from, DateOnly? until, Act act)
    {
        if (until < from)
        {
            throw new RuleViolation("validity", "有效期届满日期不能早于起始日期。");
        }

        Move(CaseVerb.Certify, act, new Change(Terms.Certificate, null, number), new Change("有效期至", null, until is { } day ? $"{day:yyyy-MM-dd}" : "长期"));
        Certificate = new CaseCertificate { Name = Terms.Certificate, Number = number, ValidFrom = from, ValidUntil = until, ByName = act.By.Name, At = act.Now };
    }

    /// <summary>归档 — the file is closed: its number, where the paper lies, how many leaves, until when it is kept.</summary>
    public void PutAway(string fileNumber, string place, int leaves, int years, Act act)
    {
        Move(CaseVerb.Archive, act, new Change("档号", null, fileNumber), new Change("存放位置", null, place));
        Archive = new CaseArchive { FileNumber = fileNumber, Place = place, Leaves = leaves, KeepUntil = new DateOnly(act.Today.Year + years, 12, 31), ByName = act.By.Name, At = act.Now };
    }

    /// <summary>导出档案包 — the whole file leaves the system; for what stays in the journal.</summary>
    public void TakeOut(Act act)
    {
        if (act.Reason is null)
        {
            throw new RuleViolation("reason", "导出档案包须写明用途。");
        }

        Trail.Note(act, "导出档案包", null, null);
    }

    private void End(CaseOutcome outcome, string reason, string body, Act act)
    {
        Ending = new CaseEnding { Outcome = outcome, Reason = reason, Body = body, ById = act.By.AccountId, ByName = act.By.Name, At = act.Now };
        Close(outcome, act);
    }
}
