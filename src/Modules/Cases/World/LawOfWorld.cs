using Yimen.Cases.Correction;
using Yimen.Cases.Hearings;
using Yimen.Cases.Limits;
using Yimen.Cases.Motions;
using Yimen.Cases.Papers;
using Yimen.Kernel;
using Yimen.Platform.Crypto;
using Yimen.Platform.Identity;

namespace Yimen.Cases.World;

/// <summary>Some of the world's cases meet the law: told to correct, refused, withdrawn, stopped, lengthened. Which ones follows from their place in the plan.</summary>
internal sealed class LawOfWorld(Counter counter, CasePapers papers, LegalClock clock, IdSource ids, CountyKeys keys)
{
    // a county hears a few a year
    private const int Hearings = 8;

    private int heard;

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
                await papers.TellReceived(c, "补正", [.. c.Materials.Where(m => m.Order == 1).Select(HandingIn.ReceivedMaterial.Of).DefaultIfEmpty(new("申请内容", "已按告知改正"))], supplied, ct);
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
        // a hearing belongs where a licence touches a neighbour's interest
        if (Dispute.Of(plan.Offer.Subject.Item) is { } dispute && heard < Hearings)
        {
            await Hear(c, dispute, plan, asked, ct);
            return;
        }

        switch (plan.N / 20 % 3)
        {
            case 0:
                c.Suspend(Approved(c, Draft(MotionKind.SpecialProcedure, "需要到经营场所现场核查", "现场勘验", 5), asked, answered), ids.NewId(answered.Now), answered, clock);
                await papers.TellSuspension(c, c.OpenSuspension!, answered, ct);
                break;
            case 1:
                c.Extend(Approved(c, Draft(MotionKind.Extension, "情况复杂，需要进一步核实", "", 5), asked, answered), answered, clock);
                await papers.TellExtension(c, answered, ct);
                break;
            case 2:
                c.Ask(Draft(MotionKind.Extension, "涉及多个部门意见，按期办结有困难", "", 3).By(ids.NewId(asked.Now), asked), asked, Most(plan));
                break;
        }
    }

    // in turn: noticed, told and not yet served, told and served, asked for
    private async Task Hear(Case c, Dispute dispute, Plan plan, Act act, CancellationToken ct)
    {
        var (limits, head, stage) = (plan.Offer.Subject.LimitsOn(act.Today), counter.Of(Roles.UnitHead, c.Unit)!, (heard++ + 3) % 4);
        c.TellHearing(dispute.Why, [dispute.Party(keys, stage)], act, clock, limits.Days(CaseLimitCode.HearingRequest));
        await papers.TellHearing(c, act, ct);
        if (stage == 0)
        {
            return;
        }

        Serve(c, act with { Now = act.Now.AddMinutes(40) }, limits);
        if (stage > 1)
        {
            var asked = act with { Now = act.Now.AddHours(1) };
            c.RequestHearing(ids.NewId(asked.Now), new(dispute.Who, false, dispute.Says), asked, clock, limits);
        }

        if (stage > 2)
        {
            var (day, told) = (clock.Due(act.Today, limits.Days(CaseLimitCode.HearingNotice))!.Value, act with { Now = act.Now.AddHours(2) });
            c.NotifyHearing(new(Days.At(day, 9, 30), "三楼会议室", head.AccountId, head.Name), told, clock, limits);
            await papers.NotifyHearing(c, told, ct);
            Serve(c, told with { Now = told.Now.AddMinutes(40) }, limits);
        }
    }

    private void Serve(Case c, Act act, CaseLimits limits)
    {
        var open = c.Hearing!.Parties.SelectMany(p => p.Letters).Where(l => l.ServedOn is null).Select(l => new HearingService(l.DocumentId, act.Today, "本人签收")).ToList();
        if (open.Count > 0)
        {
            c.ServeHearing(open, act, clock, limits.Days(CaseLimitCode.HearingRequest));
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
