using Yimen.Cases.Contracts;
using Yimen.Cases.Correction;
using Yimen.Cases.HandingIn;
using Yimen.Cases.Motions;
using Yimen.Kernel;
using Yimen.Platform.Documents;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Papers;

/// <summary>What the notices of the law say (domain C5): what happened, on what basis, until when, what the applicant can do.</summary>
internal static class LawWording
{
    public static DocumentContent Correction(Case c, CaseCorrection asked, string title, PaperAbout about, DateOnly today) => Paper(c, title, about, today,
    [
        new Paragraph($"{Asked(c)}经审查，需要补正以下 {asked.Flaws.Count} 项内容：{(about.IsLicence ? "现根据《中华人民共和国行政许可法》第三十二条第一款第（四）项的规定一次告知。" : "现一次告知。")}"),
        new TablePart(["序号", "材料", "需要补正的内容"], [.. asked.Flaws.Select((f, i) => (IReadOnlyList<string>)[$"{i + 1}", f.Name, f.What])]),
        new Paragraph($"请于{Dates.Day(asked.AnswerBy)}前补正。可以在网上补交，也可以到收件窗口补交。{Runs(asked)}"),
    ]);

    public static DocumentContent Received(Case c, string why, IReadOnlyList<ReceivedMaterial> received, PaperAbout about, Act act) => Paper(c, "材料接收凭证", about, act.Today,
    [
        new Paragraph($"{Asked(c)}现收到因{why}提交的下列 {received.Count} 份材料："),
        new TablePart(["序号", "材料", "提交方式"], [.. received.Select((r, i) => (IReadOnlyList<string>)[$"{i + 1}", r.Name, r.How])]),
        new Paragraph($"接收时间：{Dates.Moment(act.Now)}。{(act.By.AccountId == c.AccountId ? "网上提交" : $"接收人：{act.By.Name}")}。本凭证只证明收到上述材料，不代表材料已经审查合格。"),
    ]);

    public static DocumentContent Refusal(Case c, PaperAbout about, DateOnly today)
    {
        var ending = c.Ending!;
        var notRequired = ending.Outcome == CaseOutcome.NotRequired;
        // 第三十二条第一款: (一) no licence is required, (二) it is not this body's; other grounds are in laws of their own, which the reason names
        var item = notRequired ? "一" : ending.Body.Length > 0 ? "二" : null;
        return Paper(c, "不予受理通知书", about, today,
        [
            new Paragraph($"{Asked(c)}经审查，{ending.Reason.TrimEnd('。')}。{(about.IsLicence && item is not null ? $"根据《中华人民共和国行政许可法》第三十二条第一款第（{item}）项的规定，本机关决定" : "本机关决定")}{(notRequired ? "不受理" : "不予受理")}。"),
            .. ending.Body.Length == 0 ? Array.Empty<DocumentPart>() : [new Paragraph($"该事项由{ending.Body}办理，请向该机关提出申请。")],
            Remedies(about),
        ]);
    }

    public static DocumentContent Suspension(Case c, CaseSuspension s, PaperAbout about, DateOnly today) => Paper(c, s.Special ? "特别程序告知书" : "暂停计时告知书", about, today,
    [
        new Paragraph($"{Asked(c)}本机关已于{Dates.Day(c.AcceptedOn!.Value)}受理。因{s.Why.TrimEnd('。')}，需要{(s.Special ? $"依法进行{s.Ground}" : s.Ground)}，计划用时 {s.PlannedDays} 个工作日。"),
        new Paragraph($"{(s.Special && about.IsLicence ? "根据《中华人民共和国行政许可法》第四十五条的规定，" : "")}所需时间自{Dates.Day(s.BeganOn)}的次日起不计算在办理期限内，结束后的下一个工作日起继续计算。"),
    ]);

    public static DocumentContent Extension(Case c, PaperAbout about, DateOnly today) => Paper(c, "延期告知书", about, today,
    [
        new Paragraph($"{Asked(c)}本机关已于{Dates.Day(c.AcceptedOn!.Value)}受理。因{c.Extension!.Why.TrimEnd('。')}，不能在规定期限内作出决定。{(about.IsLicence ? "根据《中华人民共和国行政许可法》第四十二条第一款的规定，" : "")}经本机关负责人批准，办理期限延长 {c.Extension.Days} 个工作日。"),
        .. c.Due is { } due ? [new Paragraph($"延长后的承诺办结日为{Dates.Day(due)}。")] : Array.Empty<DocumentPart>(),
    ]);

    public static DocumentContent Termination(Case c, PaperAbout about, DateOnly today) => Paper(c, "终止办理通知书", about, today,
    [
        new Paragraph($"{Asked(c)}因{c.Ending!.Reason.TrimEnd('。')}，本机关决定终止办理。"),
        .. c.Ending.Outcome == CaseOutcome.Withdrawn ? Array.Empty<DocumentPart>() : [Remedies(about)],
    ]);

    public static DocumentContent DeemedAcceptance(Case c, PaperAbout about, DateOnly today, DateOnly promised) => Paper(c, "受理通知书", about, today,
    [
        new Paragraph($"{Asked(c)}本机关未在规定期限内告知是否受理。{(about.IsLicence ? "根据《中华人民共和国行政许可法》第三十二条第一款第（四）项的规定，" : "")}该申请自{Dates.Day(c.AcceptedOn!.Value)}起即为受理，办理期限从次日起计算，承诺办结日为{Dates.Day(promised)}。"),
    ]);

    /// <summary>送达回证 — which paper, to whom, how, when, and room to sign.</summary>
    public static DocumentContent Service(Case c, IReadOnlyList<string> served, PaperAbout about, DateOnly today) => Paper(c, "送达回证", about, today,
    [
        new TablePart(["项目", "内容"],
        [
            ["受理编号", c.Number], ["事项", c.ItemName], ["受送达人", c.Applicant.Name], ["送达文书", string.Join("；", served)], ["送达方式", Label.Of(c.Delivery!.Method)],
            ["签收人", c.Delivery.Recipient], ["送达时间", Dates.Moment(c.Delivery.At)], ["送达人", c.Delivery.ByName], ["签收人签名", ""], ["备注", c.Delivery.Note],
        ]),
    ]);

    internal static DocumentContent Paper(Case c, string title, PaperAbout about, DateOnly today, IReadOnlyList<DocumentPart> parts) => new(title, about.Unit, today)
    {
        Addressee = c.Applicant.Name,
        Parts = parts,
        Note = about.Phone.Length == 0 ? null : $"联系电话：{about.Phone}",
    };

    private static Paragraph Remedies(PaperAbout about) =>
        new($"如不服本决定，可以自收到本通知书之日起六十日内向{about.ReviewBody}申请行政复议，也可以自收到本通知书之日起六个月内依法向{about.Court}提起行政诉讼。");

    private static string Runs(CaseCorrection asked) => asked.StopsClock ? "等待补正期间不计入受理审查时间；逾期未补正的，申请将予退回，可以重新提出。" : "补正期间办理期限照常计算。";

    internal static string Asked(Case c) => $"{(c.Applicant.Kind == ApplicantKind.Organisation ? "你单位" : "您")}于{Dates.Day(c.AskedOn!.Value)}提出的“{c.ItemName}”申请（受理编号：{c.Number}）收悉。";
}
