using Yimen.Cases.Correction;
using Yimen.Cases.Limits;
using Yimen.Cases.Motions;
using Yimen.Cases.Papers;
using Yimen.Kernel;
using Yimen.Platform.Identity;

namespace Yimen.Cases.World;

/// <summary>Some of the world's cases meet the law: told to correct, refused, withdrawn, stopped, lengthened. Which ones follows from their place in the plan.</summary>
internal sealed class LawOfWorld(Counter counter, CasePapers papers, LegalClock clock, IdSource ids)
{
    /// <summary>Before acceptance: a fifth is told what is missing, a few are refused or withdrawn. True when the case goes no further.</summary>
    public async Task BeforeAcceptance(Case c, Plan plan, CancellationToken ct)
    {
        var unit = new Act(counter.Of(Roles.Approver, c.Unit)!, plan.Filed.AddMinutes(40));
        switch (plan.N / 20 % 5)
        {
            case 0:
                await AskCorrection(c, plan, unit, ct);
                break;
            case 1:
                await AskCorrection(c, plan, unit, ct);
                var supplied = unit with { Now = plan.Filed.AddHours(5) };
                c.Supply(new HashSet<int> { 1 }, supplied.Today, plan.Offer.Subject.TellBy(clock, supplied.Today), supplied);
                break;
            case 2:
                c.Refuse(false, "申请事项不属于本机关职权范围", "乐昌市农业农村局", unit);
                await papers.TellRefusal(c, unit, ct);
                break;
            case 3 when plan.Window is not null:
                c.Withdraw(unit with { Reason = "申请人到窗口书面撤回" }, clock);
                await papers.TellTermination(c, unit, ct);
                break;
        }
    }

    /// <summary>While it is handled: some stand for an inspection, some were lengthened, some wait for the head's answer.</summary>
    public async Task WhileHandled(Case c, Plan plan, CancellationToken ct)
    {
        var asked = new Act(counter.Of(Roles.Approver, c.Unit)!, plan.Accepted.AddHours(2));
        var answered = new Act(counter.Of(Roles.UnitHead, c.Unit)!, plan.Accepted.AddHours(3));
        switch (plan.N / 20 % 4)
        {
            case 0:
                c.Suspend(Approved(c, Draft(MotionKind.SpecialProcedure, "需要到经营场所现场核查", "现场勘验", 5), asked, answered), ids.NewId(answered.Now), answered, clock);
                await papers.TellSuspension(c, c.OpenSuspension!, answered, ct);
                break;
            case 1:
                c.Extend(Approved(c, Draft(MotionKind.Extension, "情况复杂，需要进一步核实", "", 5), asked, answered), answered, clock);
                await papers.TellExtension(c, answered, ct);
                break;
            case 3:
                await Hear(c, plan, asked, ct);
                break;
            case 2:
                c.Ask(Draft(MotionKind.Extension, "涉及多个部门意见，按期办结有困难", "", 3).By(ids.NewId(asked.Now), asked), asked, Most(plan));
                break;
        }
    }

    // some were told of their right, some asked for a hearing, some have been told when it is
    private async Task Hear(Case c, Plan plan, Act act, CancellationToken ct)
    {
        var (limits, head) = (plan.Offer.Subject.LimitsOn(act.Today), counter.Of(Roles.UnitHead, c.Unit)!);
        c.TellHearing("拟设场所与相邻方有重大利益关系", "演示相邻户", act, clock, limits.Days(CaseLimitCode.HearingRequest));
        await papers.TellHearing(c, act, ct);
        if (plan.N / 80 % 3 > 0)
        {
            var asked = act with { Now = act.Now.AddHours(1) };
            c.RequestHearing(ids.NewId(asked.Now), new("演示相邻户", false, "担心影响通风采光"), asked, clock, limits);
            if (plan.N / 80 % 3 > 1)
            {
                var day = clock.Due(asked.Today, limits.Days(CaseLimitCode.HearingNotice))!.Value;
                var told = act with { Now = act.Now.AddHours(2) };
                c.NotifyHearing(new(Days.At(day, 9, 30), "三楼会议室", head.AccountId, head.Name), told, clock, limits);
                await papers.NotifyHearing(c, told, ct);
            }
        }
    }

    private async Task AskCorrection(Case c, Plan plan, Act act, CancellationToken ct)
    {
        var flaws = c.Materials.OrderBy(m => m.Order).Take(2).Select(m => new Flaw(m.Order, m.Name, "复印件不清晰，请提供清晰的复印件并签名")).DefaultIfEmpty(new Flaw(0, "申请内容", "请写明申请的具体内容"));
        var asked = c.AskCorrection(ids.NewId(act.Now), [.. flaws], act, clock, plan.Offer.Subject.LimitsOn(act.Today).Days(CaseLimitCode.CorrectionAnswer));
        await papers.TellCorrection(c, asked, act, ct);
    }

    private CaseMotion Approved(Case c, MotionDraft draft, Act asked, Act answered)
    {
        var motion = draft.By(ids.NewId(asked.Now), asked);
        c.Ask(motion, asked, motion.Days);
        return c.Answer(motion.Id, true, answered);
    }

    private static MotionDraft Draft(MotionKind kind, string why, string ground, int days) => new(kind, why, ground, days, "", []);

    private static int Most(Plan plan) => plan.Offer.Subject.LimitsOn(ChinaTime.DateOf(plan.Accepted))[CaseLimitCode.Extension];
}
