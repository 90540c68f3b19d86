using Yimen.Kernel;
using Yimen.Platform.Documents;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Papers;

/// <summary>What the papers of a case say.</summary>
internal static class CaseWording
{
    /// <param name="last">The promised and the legal day as they were told: what follows in the same write may move them.</param>
    public static DocumentContent Acceptance(Case c, PaperAbout about, DateOnly today, (DateOnly Promised, DateOnly? Legal) last) => new("受理通知书", about.Unit, today)
    {
        Addressee = c.Applicant.Name,
        Parts =
        [
            new Paragraph($"{You(c)}于{Dates.Day(c.AskedOn!.Value)}提出的“{c.ItemName}”申请（受理编号：{c.Number}），材料齐全，符合法定形式。{Basis(about)}，本机关决定予以受理。"),
            new Paragraph($"本机关承诺自受理之日起{c.Terms.Promised}内办结，即{Dates.Day(last.Promised)}前作出决定{(last.Legal is { } legal ? $"；法定期限至{Dates.Day(legal)}" : "")}。依法需要听证、检验、检测、鉴定和专家评审的，所需时间不计算在内，并另行书面告知。"),
        ],
        Note = Contact(about),
    };

    public static DocumentContent Decision(Case c, string title, PaperAbout about, DateOnly today) => new(title, about.Unit, today)
    {
        Addressee = c.Applicant.Name,
        Parts = c.Decision!.Granted ? Granted(c, about) : Denied(c, about),
        Note = Contact(about),
    };

    private static IReadOnlyList<DocumentPart> Granted(Case c, PaperAbout about) =>
    [
        new Paragraph($"{Asked(c)}经审查，申请符合法定条件、标准。{(about.IsLicence ? "根据《中华人民共和国行政许可法》第三十八条第一款的规定，本机关决定准予行政许可" : "本机关决定准予办理")}。"),
        .. c.Request.Length == 0 ? Array.Empty<DocumentPart>() : [new Paragraph($"申请内容：{c.Request}")],
    ];

    // 行政许可法 第三十八条: a denial states its reasons and the right to review and to sue
    private static IReadOnlyList<DocumentPart> Denied(Case c, PaperAbout about) =>
    [
        new Paragraph($"{Asked(c)}经审查，{c.Decision!.Reason.TrimEnd('。')}。{(about.IsLicence ? "根据《中华人民共和国行政许可法》第三十八条第二款的规定，本机关决定不予行政许可" : "本机关决定不予办理")}。"),
        new Paragraph($"如不服本决定，可以自收到本决定书之日起六十日内向{about.ReviewBody}申请行政复议，也可以自收到本决定书之日起六个月内依法向{about.Court}提起行政诉讼。"),
    ];

    private static string Asked(Case c) => $"{You(c)}于{Dates.Day(c.AskedOn!.Value)}提出的“{c.ItemName}”申请（受理编号：{c.Number}），本机关已于{Dates.Day(c.AcceptedOn!.Value)}受理。";

    private static string You(Case c) => c.Applicant.Kind == Contracts.ApplicantKind.Organisation ? "你单位" : "您";

    private static string Basis(PaperAbout about) => about.IsLicence ? "根据《中华人民共和国行政许可法》第三十二条第一款第（五）项的规定" : "根据该事项的规定";

    private static string? Contact(PaperAbout about) => about.Phone.Length == 0 ? null : $"联系电话：{about.Phone}";
}
