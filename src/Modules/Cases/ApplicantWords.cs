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
        ["制发决定"] = "决定文书已制作，可以领取", ["送达"] = "决定文书已送达",
    };

    /// <summary>The verbs of the journal that an applicant is told.</summary>
    public static IReadOnlyCollection<string> Told => Acts.Keys;

    public static string Of(string verb) => Acts.GetValueOrDefault(verb, verb);

    /// <summary>The state as the applicant knows it: whether it is being reviewed or signed is the unit's affair.</summary>
    public static string State(CaseState state, bool? granted) => state switch
    {
        CaseState.Submitted or CaseState.Received => "等待受理",
        CaseState.Accepted or CaseState.Reviewing or CaseState.Proposed => "正在办理",
        CaseState.Granted or CaseState.Denied or CaseState.AwaitingDelivery => granted == true ? "准予，待领取" : "不予，待领取",
        CaseState.Delivered => granted == true ? "准予，已送达" : "不予，已送达",
        _ => Label.Of(state),
    };

    public static Tone Tone(CaseState state, bool? granted) => state switch
    {
        CaseState.Draft or CaseState.Discarded => Platform.Ui.Tone.Neutral,
        CaseState.Submitted or CaseState.Received => Platform.Ui.Tone.Warn,
        CaseState.Accepted or CaseState.Reviewing or CaseState.Proposed => Platform.Ui.Tone.Active,
        _ => granted == true ? Platform.Ui.Tone.Good : Platform.Ui.Tone.Bad,
    };

    /// <summary>What happens next, in one sentence.</summary>
    public static string Next(Case c, string unit) => c.State switch
    {
        CaseState.Draft => "还没有提交，填写的内容已保存。",
        CaseState.Submitted or CaseState.Received => $"{unit}会在收件后 5 个工作日内告知是否受理。",
        CaseState.Accepted or CaseState.Reviewing or CaseState.Proposed => $"{unit}正在办理{(c.Due is { } due ? $"，最晚 {Dates.Day(due)} 作出决定" : "")}。",
        CaseState.Granted or CaseState.Denied or CaseState.AwaitingDelivery => "决定文书已制作，10 个工作日内送达。可以先在网上查看，或凭本人身份证件到窗口领取。",
        _ => "已办结并送达。",
    };
}
