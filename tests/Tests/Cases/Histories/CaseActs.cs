using Yimen.Cases;
using Yimen.Cases.Contracts;
using Yimen.Cases.Correction;
using Yimen.Cases.Hearings;
using Yimen.Cases.Limits;
using Yimen.Cases.Marks;
using Yimen.Cases.Materials;
using Yimen.Cases.Motions;
using Yimen.Cases.Pickup;
using Yimen.Kernel;

namespace Yimen.Tests.Cases.Histories;

/// <summary>One act that somebody may try on a case.</summary>
/// <param name="Verb">What the table is asked for; null where the act leaves the state alone.</param>
/// <param name="OneIn">How seldom a sensible person does it: what ends a case early would else leave no long histories.</param>
internal sealed record CaseAct(string Name, CaseVerb? Verb, Action<CaseHistory, Attempt> Do, int OneIn = 1)
{
    /// <summary>What a sensible person looks at first.</summary>
    public Func<Case, bool>? When { get; init; }

    /// <summary>What the same write goes on to do; refused, the whole write is taken back.</summary>
    public Action<CaseHistory, Attempt>? Then { get; init; }
}

/// <summary>Everything that is done to a case, with details left to the dice: right and wrong ones.</summary>
internal static class CaseActs
{
    private static readonly Applicant Somebody = new() { Name = "演示丁", Number = new("*"), Phone = new("*"), NumberIndex = "#", PhoneIndex = "#" };

    public static readonly IReadOnlyList<CaseAct> All =
    [
        new("保存草稿", CaseVerb.Save, (h, a) => h.Case.Save(a.Die % 4 == 0 ? new() : Somebody, $"申请 {a.Die % 3}", h.By(a.Who))),
        new("上传材料", CaseVerb.Save, (h, a) => h.Case.Attach(MaterialOf(h, a), h.NewId(), "文件.pdf", h.By(a.Who))),
        new("上传全部材料", CaseVerb.Save, (h, a) => Upload(h, a)),
        new("以承诺代替", CaseVerb.Save, (h, a) => h.Case.PledgeInstead(MaterialOf(h, a), h.By(a.Who))),
        new("放弃草稿", CaseVerb.Discard, (h, a) => h.Case.Discard(h.By(a.Who)), OneIn: 8),
        new("提交", CaseVerb.Submit, (h, a) => h.Case.Submit(h.By(a.Who), h.Today, h.TellBy(h.Today))),
        new("补正告知", CaseVerb.AskCorrection, (h, a) => h.Case.AskCorrection(h.NewId(), Flaws(a), h.By(a.Who), h.Clock, h.Limits.Days(CaseLimitCode.CorrectionAnswer))),
        new("提交补正", CaseVerb.Supply, (h, a) => h.Case.Supply(Papers(a), h.Today, h.TellBy(h.Today), h.By(a.Who))),
        new("接收材料", CaseVerb.TakeIn, (h, a) => h.Case.TakeIn(Papers(a), a.Die % 2 == 0 ? "现场照片 3 张" : "", h.By(a.Who))),
        new("补传材料", null, (h, a) => h.Case.Resubmit(MaterialOf(h, a), h.NewId(), "补正.pdf", h.By(a.Who))),
        new("逾期未补正", CaseVerb.LapseCorrection, (h, a) => h.Case.LapseCorrection(h.By(a.Who))),
        new("不予受理", CaseVerb.Refuse, (h, a) => h.Case.Refuse(a.Die % 2 == 0, a.Die % 3 == 0 ? "" : "不属于本机关职权", "", h.By(a.Who)), OneIn: 4),
        new("撤回申请", CaseVerb.Withdraw, (h, a) => h.Case.Withdraw(h.By(a.Who), h.Clock), OneIn: 6),
        new("登记材料", CaseVerb.Accept, (h, a) => h.Case.Register(Ways(a), h.By(a.Who))),
        new("登记全部材料", CaseVerb.Accept, (h, a) => h.Case.Register(h.Case.Materials.Where(m => m.Required).ToDictionary(m => m.Order, _ => new MaterialWay(MaterialHow.Copy, 1)), h.By(a.Who))),
        new("沿用材料", CaseVerb.Accept, (h, a) => h.Case.Reuse(1 + (a.Die % 5), Way(a), a.Die % 2 == 0 ? (h.NewId(), "旧件.pdf") : null, h.By(a.Who))),
        new("容缺承诺", CaseVerb.Accept, (h, a) => h.Case.PromiseLater([.. Papers(a).Select(p => (p, h.NewId()))], 10, h.By(a.Who))),
        new("受理", CaseVerb.Accept, (h, a) => h.Case.Accept(h.By(a.Who), h.Clock)),
        new("一次办结", CaseVerb.Accept, (h, a) => h.Case.DecideAtOnce(a.Die % 5 == 0 ? " " : "符合条件。", h.By(a.Who), h.Clock, h.Limits.Days(CaseLimitCode.Delivery))),
        new("逾期视为受理", CaseVerb.DeemAccepted, (h, a) => h.Case.DeemAccepted(h.By(Actor.System), h.Clock)),
        new("容缺补交", null, (h, a) => h.Case.MakeUp(1 + (a.Die % 4), Way(a), h.By(a.Who))),
        new("容缺延长", null, (h, a) => h.Case.ExtendDeferral(1 + (a.Die % 4), 5, h.By(a.Who, Reason(a)), h.Clock)),
        new("容缺逾期", null, (h, _) => h.Case.LapseDeferrals(h.By(Actor.System))),
        new("容缺提醒", null, (h, _) => h.Case.RemindDeferrals(h.By(Actor.System), h.Clock, 2)),
        new("接办", CaseVerb.TakeUp, (h, a) => h.Case.TakeUp(h.By(a.Who))),
        new("报批", CaseVerb.Ask, (h, a) => h.Case.Ask(Motion(h, a), h.By(a.Who), h.Limits[CaseLimitCode.Extension])) { When = c => c.OpenMotion is null },
        new("批复", CaseVerb.Answer, (h, a) => h.Case.Answer(OpenMotion(h), false, h.By(a.Who, Reason(a)))) { When = c => c.OpenMotion is not null },
        new("恢复计时", CaseVerb.Resume, (h, a) => h.Case.Resume("已有结论", h.By(a.Who), h.Clock)) { When = c => c.OpenSuspension is not null },
        new("告知听证权利", CaseVerb.TellHearing, (h, a) => h.Case.TellHearing("影响采光", a.Die % 2 == 0 ? [new HearingParty("演示戊", DeliveryMethod.Direct, default)] : [], h.By(a.Who), h.Clock, h.Limits.Days(CaseLimitCode.HearingRequest))) { When = c => c.Hearing is null, Then = (h, _) => SendLetters(h) },
        new("送达听证文书", CaseVerb.ServeHearing, (h, a) => h.Case.ServeHearing(Served(h, a), h.By(a.Who), h.Clock, h.Limits.Days(CaseLimitCode.HearingRequest))) { When = c => c.Hearing?.Parties.Any(p => p.AwaitsRight) == true },
        new("申请听证", CaseVerb.RequestHearing, (h, a) => h.Case.RequestHearing(h.NewId(), new(a.Die % 3 > 0 ? "演示丁" : "演示戊", a.Die % 3 > 0, "要求听证"), h.By(a.Who), h.Clock, h.Limits)) { When = c => c.Hearing?.Stage == HearingStage.Told },
        new("放弃听证", CaseVerb.WaiveHearing, (h, a) => h.Case.WaiveHearing("书面放弃", h.By(a.Who)), OneIn: 2) { When = c => c.Hearing?.Stage == HearingStage.Told },
        new("通知听证", CaseVerb.NotifyHearing, (h, a) => h.Case.NotifyHearing(Plan(h, a), h.By(a.Who), h.Clock, h.Limits)) { When = c => c.Hearing?.Stage == HearingStage.Requested },
        new("听证笔录", CaseVerb.RecordHearing, (h, a) => h.Case.RecordHearing("双方到场", "陈述和质证", h.By(a.Who), h.Clock)) { When = c => c.Hearing?.Stage == HearingStage.Notified },
        new("审查", CaseVerb.Propose, (h, a) => h.Case.Propose(a.Die % 3 > 0, a.Die % 7 == 0 ? "" : "符合条件。", h.By(a.Who))),
        new("退回重审", CaseVerb.SendBack, (h, a) => h.Case.SendBack(h.By(a.Who, Reason(a)))) { When = c => c.Paused is null },
        new("签批", CaseVerb.Grant, (h, a) => h.Case.Decide(a.Die % 3 > 0, h.By(a.Who, Reason(a)), h.Clock, h.Limits.Days(CaseLimitCode.Delivery))),
        new("视为准予延续", CaseVerb.DeemRenewed, (h, _) => h.Case.DeemRenewed(h.By(Actor.System), h.Clock, h.Limits.Days(CaseLimitCode.Delivery), h.Limits[CaseLimitCode.RenewalAhead])),
        new("制发决定", CaseVerb.Issue, (h, a) => h.Case.Issue(h.NewId(), h.By(a.Who))),
        new("转制证", CaseVerb.SendToCertify, (h, a) => h.Case.Issue(h.NewId(), h.By(a.Who))),
        new("制证", CaseVerb.Certify, (h, a) => h.Case.Certify("JY001", h.Today, a.Die % 2 == 0 ? h.Today.AddDays(a.Die - 50) : null, h.By(a.Who))),
        new("送达", CaseVerb.Deliver, (h, a) => h.Case.Deliver((DeliveryMethod)(1 + (a.Die % 6)), "演示丁", h.By(a.Who), a.Die % 4 == 0 ? "" : "见证人两名")),
        new("窗口领取", CaseVerb.Deliver, (h, a) => h.Case.HandOutTo(new() { Name = "演示丁", Number = "*", CardRead = true, IsProxy = a.Die % 2 == 0, Basis = "委托书", MandateId = null, SignatureId = null, At = h.Now }, h.By(a.Who))),
        new("寄出", null, (h, a) => h.Case.Post(new() { Id = h.NewId(), Way = a.Die % 2 == 0 ? ParcelWay.ToApplicant : ParcelWay.FromApplicant, Number = $"EMS{a.Die % 9}", SentOn = h.Today.AddDays((a.Die % 3) - 1) }, h.By(a.Who))),
        new("快递签收", null, (h, a) => h.Case.Arrive(h.Case.Parcels.Count > 0 ? h.Case.Parcels[a.Die % h.Case.Parcels.Count].Id : default, h.Today, h.By(a.Who))),
        new("归档", CaseVerb.Archive, (h, a) => h.Case.PutAway("DA001", "一号柜", 3, 10, h.By(a.Who))),
        new("应缴", null, (h, a) => h.Case.Charge(new Money(100 * (1 + a.Die)), h.By(a.Who))),
        new("缴清", null, (h, a) => h.Case.Settle(new Money(h.Case.OwedFen), "已缴", h.By(a.Who))),
        new("圈注材料", null, (h, a) => h.Case.Mark(new MaterialMark { Id = h.NewId(), Order = 1 + (a.Die % 5), Page = 1, Words = "缺少签名", ByName = "审查乙", At = h.Now }, h.By(a.Who))),
        new("擦去圈注", null, (h, a) => h.Case.Unmark(h.Case.Marks.Count > 0 ? h.Case.Marks[0].Id : default, h.By(a.Who))),
        new("存入图片", null, (h, a) => h.Case.Picture(MaterialOf(h, a), h.NewId(), "照片.jpg", h.By(a.Who))),
        new("存入签名", null, (h, a) => h.Case.Sign(h.NewId(), h.By(a.Who))),
        new("查看完整信息", null, (h, a) => h.Case.Unmask(h.By(a.Who, Reason(a)))),
        new("导出档案包", null, (h, a) => h.Case.TakeOut(h.By(a.Who, Reason(a)))),
        new("更改日历", null, (h, _) => h.ChangeCalendar()),
        new("同意报批", CaseVerb.Answer, (h, a) => h.Case.Answer(OpenMotion(h), true, h.By(a.Who))) { When = c => c.OpenMotion is not null, Then = CarryOut },
    ];

    /// <summary>What is within a person's reach now.</summary>
    public static CaseAct Of(CaseHistory history, Attempt attempt)
    {
        // what is due goes before what might be done
        if (attempt.Sensible && Due(history) is { } due)
        {
            return All.First(a => a.Name == due);
        }

        var able = attempt.Sensible ? [.. All.Where(a => (a.Verb is not { } verb || history.Case.Can(verb)) && a.When?.Invoke(history.Case) != false && attempt.Die % a.OneIn == 0 && (a.Verb is not null || attempt.Die % 3 == 0))] : All;
        return able.Count == 0 ? All[attempt.Act % All.Count] : able[attempt.Act % able.Count];
    }

    private static string? Due(CaseHistory h) => h.Case is not { ClosedOn: null, Hearing: { } hearing } ? null : hearing.Stage switch
    {
        HearingStage.Requested => "通知听证",
        HearingStage.Notified when h.Now >= hearing.At => "听证笔录",
        _ => null,
    };

    // as TellHearing does it in one write
    private static void SendLetters(CaseHistory h)
    {
        foreach (var party in h.Case.Hearing!.Parties)
        {
            h.Case.Hearing.Send(party.Name, new HearingLetter(HearingPaper.Right, h.NewId(), h.Today));
        }
    }

    // sensibly today; else one that there is not, or on a day to come
    private static List<HearingService> Served(CaseHistory h, Attempt a)
    {
        var letters = h.Case.Hearing?.Parties.SelectMany(p => p.Letters).Where(l => l.ServedOn is null).Select(l => l.DocumentId) ?? [];
        return [.. (a.Sensible ? letters : letters.Append(h.NewId())).Select(id => new HearingService(id, a.Sensible ? h.Today : h.Today.AddDays(a.Die % 3), "回执"))];
    }

    // as AnswerMotion does it in one write
    private static void CarryOut(CaseHistory h, Attempt a)
    {
        var (motion, act) = (h.Case.Motions[^1], h.By(a.Who));
        switch (motion.Kind)
        {
            case MotionKind.SpecialProcedure or MotionKind.Hold:
                h.Case.Suspend(motion, h.NewId(), act, h.Clock);
                break;
            case MotionKind.Extension:
                h.Case.Extend(motion, act, h.Clock);
                break;
            case MotionKind.SecondCorrection:
                h.Case.AskAgain(motion, h.NewId(), act, h.Clock, h.Limits.Days(CaseLimitCode.CorrectionAnswer));
                break;
            case MotionKind.Termination:
                h.Case.Terminate(motion, act, h.Clock);
                break;
            default:
                h.Case.TransferUp(motion, act, h.Clock);
                break;
        }
    }

    private static CaseMotion Motion(CaseHistory h, Attempt a)
    {
        var kind = (MotionKind)(!a.Sensible ? 1 + (a.Die % 6) : h.Case.AcceptedOn is null ? 4 : new[] { 1, 1, 2, 3, 3, 4, 5, 6 }[a.Die % 8]);
        var days = kind is MotionKind.SpecialProcedure or MotionKind.Hold or MotionKind.Extension ? a.Die % 13 : 0;
        var by = h.By(a.Who).By;
        return new() { Id = h.NewId(), Kind = kind, Ground = a.Die % 11 == 0 ? "" : "检验", Why = "需要核实", Days = days, To = kind == MotionKind.TransferUp ? "上级机关" : "", Flaws = Flaws(a), ById = by.AccountId, ByName = by.Name, At = h.Now };
    }

    // sensibly the first day that the notice leaves, under the head
    private static HearingPlan Plan(CaseHistory h, Attempt a) => a.Sensible
        ? new(ChinaTime.StartOf(h.Clock.Due(h.Today, h.Limits.Days(CaseLimitCode.HearingNotice))!.Value), "会议室", h.By(3).By.AccountId, "局长丁")
        : new(h.Now.AddDays(a.Die % 40), "会议室", h.By(a.Die).By.AccountId, "主持人");

    private static void Upload(CaseHistory h, Attempt a)
    {
        foreach (var material in h.Case.Materials)
        {
            h.Case.Attach(material.Id, h.NewId(), $"{material.Name}.pdf", h.By(a.Who));
        }
    }

    private static Guid OpenMotion(CaseHistory h) => h.Case.Motions is { Count: > 0 } motions ? motions[^1].Id : default;

    private static Guid MaterialOf(CaseHistory h, Attempt a) => a.Die % 9 == 0 ? default : h.Case.Materials[a.Die % h.Case.Materials.Count].Id;

    private static string? Reason(Attempt a) => a.Die % 5 == 0 ? null : "情况属实";

    private static Flaw[] Flaws(Attempt a) => a.Die % 6 == 0 ? [] : [new(1, "申请表", "缺少签名")];

    private static HashSet<int> Papers(Attempt a) => [.. Enumerable.Range(1, 4).Where(n => (a.Die >> n) % 2 == 1)];

    private static Dictionary<int, MaterialWay> Ways(Attempt a) => Papers(a).ToDictionary(p => p, p => new MaterialWay((MaterialHow)((a.Die + p) % 10), a.Die % 3, a.Die % 2 == 0 ? "" : "说明"));

    private static MaterialWay Way(Attempt a) => new((MaterialHow)(a.Die % 10), a.Die % 3, a.Die % 2 == 0 ? "" : "说明");
}
