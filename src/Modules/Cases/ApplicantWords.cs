using Yimen.Cases.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Cases;

/// <summary>What the applicant is told: plain words, and nothing of what goes on inside the unit before it is decided.</summary>
internal static class ApplicantWords
{
    private static readonly Dictionary<string, string> Acts = new()
    {
        ["提交"] = "您提交了申请", ["收件"] = "窗口已收件", ["受理"] = "已受理，开始计算办理时限", ["准予"] = "决定：准予", ["不予"] = "决定：不予",
        ["补正告知"] = "需要您补正材料", ["提交补正"] = "您提交了补正", ["逾期未补正"] = "逾期未补正，申请已退回", ["不予受理"] = "不予受理", ["逾期视为受理"] = "依法视为受理，开始计算办理时限",
        ["暂停计时"] = "办理时间暂停计算", ["恢复计时"] = "恢复计算办理时间", ["延期"] = "办理期限延长", ["视为准予延续"] = "决定：视为准予延续", ["转报"] = "已转报上级机关",
        ["告知听证权利"] = "您可以要求听证", ["申请听证"] = "已申请听证，办理时间暂停计算", ["放弃听证"] = "放弃听证", ["通知听证"] = "听证的时间和地点已通知", ["听证笔录"] = "听证已举行，恢复计算办理时间",
        ["撤回申请"] = "申请已撤回", ["终止办理"] = "终止办理", ["转制证"] = "决定文书已制作，正在制证", ["制证"] = "证照已制作，可以领取",
        ["制发决定"] = "决定文书已制作，可以领取", ["送达"] = "决定文书已送达",
        ["接收材料"] = "已收到您交来的材料", ["容缺承诺"] = "您承诺受理后补交部分材料", ["容缺补交"] = "容缺的材料已补交", ["容缺延长"] = "补交期限已延长", ["容缺逾期"] = "容缺的材料已过补交期限",
    };

    /// <summary>The verbs of the journal that an applicant is told.</summary>
    public static IReadOnlyCollection<string> Told => Acts.Keys;

    public static string Of(string verb) => Acts.GetValueOrDefault(verb, verb);

    /// <summary>The state as the applicant knows it: whether it is being reviewed or signed is the unit's affair.</summary>
    public static string State(CaseState state, bool? granted) => state switch
    {
        CaseState.Submitted or CaseState.Received or CaseState.Corrected => "等待受理",
        CaseState.CorrectionAsked => "等待您补正",
        CaseState.Certifying => "准予，正在制证",
        CaseState.Accepted or CaseState.Reviewing or CaseState.Proposed => "正在办理",
        CaseState.Granted or CaseState.Denied or CaseState.AwaitingDelivery => granted == true ? "准予，待领取" : "不予，待领取",
        CaseState.Delivered or CaseState.Archived when granted is not null => granted == true ? "准予，已送达" : "不予，已送达",
        _ => Label.Of(state),
    };

    public static Tone Tone(CaseState state, bool? granted) => state switch
    {
        CaseState.Draft or CaseState.Discarded or CaseState.Terminated or CaseState.Expired or CaseState.TransferredUp => Platform.Ui.Tone.Neutral,
        CaseState.Submitted or CaseState.Received or CaseState.CorrectionAsked or CaseState.Corrected => Platform.Ui.Tone.Warn,
        CaseState.Accepted or CaseState.Reviewing or CaseState.Proposed => Platform.Ui.Tone.Active,
        _ => granted == true ? Platform.Ui.Tone.Good : Platform.Ui.Tone.Bad,
    };

    /// <summary>What happens next, in one sentence.</summary>
    public static string Next(Case c, string unit) => c.State switch
    {
        CaseState.Draft => "还没有提交，填写的内容已保存。",
        CaseState.Submitted or CaseState.Received or CaseState.Corrected => c.TellBy is { } tellBy ? $"{unit}最晚 {Dates.Day(tellBy)} 告知是否受理；逾期未告知的，依法视为受理。" : $"{unit}会告知是否受理。",
        CaseState.CorrectionAsked => $"请在 {Dates.Day(c.OpenCorrection?.AnswerBy ?? c.ReceivedOn!.Value)} 前补正，补正后继续办理。",
        _ when c.Ending is { } ending => $"{Label.Of(ending.Outcome)}：{ending.Reason.TrimEnd('。')}。{(ending.Body.Length > 0 ? $"请向{ending.Body}提出申请。" : "")}",
        CaseState.Accepted or CaseState.Reviewing when c.Paused is { } paused => $"{paused}，所需时间不计算在办理期限内，结束后继续办理。",
        CaseState.Certifying => "已准予，正在制作证照，做好后会通知您领取。",
        CaseState.Accepted or CaseState.Reviewing or CaseState.Proposed => $"{unit}正在办理{(c.Due is { } due ? $"，最晚 {Dates.Day(due)} 作出决定" : "")}。",
        CaseState.Granted or CaseState.Denied or CaseState.AwaitingDelivery => "决定文书已制作，10 个工作日内送达。可以先在网上查看，或凭本人身份证件到窗口领取。",
        _ => "已办结并送达。",
    };
}
