using Yimen.Cases.Hearings;
using Yimen.Kernel;
using Yimen.Platform.Documents;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Papers;

/// <summary>What the papers of a hearing say (行政许可法 第四十七条、第四十八条).</summary>
internal static class HearingWording
{
    public static DocumentContent Right(Case c, CaseHearing h, PaperAbout about, DateOnly today) => LawWording.Paper(c, "听证权利告知书", about, today,
    [
        new Paragraph($"{LawWording.Asked(c)}经审查，{h.Why.TrimEnd('。')}，直接涉及申请人与他人之间的重大利益关系。"),
        new Paragraph($"{(about.IsLicence ? "根据《中华人民共和国行政许可法》第四十七条的规定，" : "")}申请人、利害关系人享有要求听证的权利。要求听证的，请于{Dates.Day(h.RequestBy)}前提出；逾期不提出的，视为放弃听证。申请人、利害关系人不承担组织听证的费用。"),
        .. h.Parties.Count == 0 ? Array.Empty<DocumentPart>() : [new Paragraph($"利害关系人：{h.PartyNames}。")],
    ]);

    /// <summary>The right as a party is told it: whose application it is, and that the days count from the day on which this letter reaches them.</summary>
    public static DocumentContent RightOfParty(Case c, PaperAbout about, (string Name, int Days) party, DateOnly today) => LawWording.Paper(c, "听证权利告知书", about, today,
    [
        new Paragraph($"{Of(c)}经审查，{c.Hearing!.Why.TrimEnd('。')}，直接涉及申请人与您之间的重大利益关系。"),
        new Paragraph($"{(about.IsLicence ? "根据《中华人民共和国行政许可法》第四十七条的规定，" : "")}您享有要求听证的权利。要求听证的，请于收到本告知书之日起 {party.Days} 个工作日内向本机关提出；逾期不提出的，视为放弃听证。您不承担组织听证的费用。"),
    ]) with
    { Addressee = party.Name };

    public static DocumentContent NoticeOfParty(Case c, CaseHearing h, PaperAbout about, string party, DateOnly today)
    {
        var notice = Notice(c, h, about, today);
        return notice with { Addressee = party, Parts = [new Paragraph($"{Of(c)}{Asked(h)}，现决定举行听证："), .. notice.Parts.Skip(1)] };
    }

    // to somebody who did not apply
    private static string Of(Case c) => $"{c.Applicant.Name}于{Dates.Day(c.AskedOn!.Value)}向本机关提出“{c.ItemName}”申请（受理编号：{c.Number}）。";

    private static string Asked(CaseHearing h) => $"{(h.ByApplicant ? "申请人" : "利害关系人")}{h.RequestedBy}于{Dates.Day(h.RequestedOn!.Value)}申请听证";

    public static DocumentContent Notice(Case c, CaseHearing h, PaperAbout about, DateOnly today) => LawWording.Paper(c, "听证通知书", about, today,
    [
        new Paragraph($"{LawWording.Asked(c)}{Asked(h)}，现决定举行听证："),
        new TablePart(["项目", "内容"], [["时间", Dates.Moment(h.At!.Value)], ["地点", h.Place], ["主持人", h.ChairName]]),
        new Paragraph("听证公开举行，依法不公开的除外。认为主持人与本事项有直接利害关系的，有权申请回避。参加听证时可以提出证据，进行申辩和质证；不能到场的，可以书面委托他人参加。无正当理由不到场的，视为放弃听证。"),
    ]);

    public static DocumentContent Record(Case c, CaseHearing h, PaperAbout about, DateOnly today) => LawWording.Paper(c, "听证笔录", about, today,
    [
        new TablePart(["项目", "内容"], [["事项", c.ItemName], ["受理编号", c.Number], ["时间", Dates.Moment(h.At!.Value)], ["地点", h.Place], ["主持人", h.ChairName], ["到场人员", h.Attended]]),
        .. h.Record.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(p => new Paragraph(p)),
        new Paragraph("本笔录已交听证参加人确认无误。　参加人签名：　　　　　　主持人签名：　　　　　　"),
    ]);
}
