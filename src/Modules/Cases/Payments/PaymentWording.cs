using Yimen.Kernel;
using Yimen.Platform.Documents;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Payments;

/// <summary>What the notice says: every fee with its standard and basis, what was taken off and why, what is owed, how to pay, and that the decision does not wait.</summary>
internal static class PaymentWording
{
    public static DocumentContent Notice(PaymentNotice notice, Case c, string unit, DateOnly today, string county) => new("缴款通知书", unit, today)
    {
        Addressee = c.Applicant.Name,
        Parts =
        [
            new Paragraph($"您申请办理的“{c.ItemName}”（受理编号：{c.Number}），按规定应缴纳下列费用："),
            new TablePart(["收费项目", "收费标准", "依据", "应收", "减免", "应缴"],
                [.. notice.Lines.OrderBy(l => l.Order).Select(l => (IReadOnlyList<string>)[l.Name, l.Standard, l.Basis, Yuan(l.ChargedFen), Yuan(l.ReducedFen), Yuan(l.OwedFen)])]),
            .. notice.Reductions.Select(r => (DocumentPart)new Paragraph($"减免 {new Money(r.AmountFen)}，依据：{r.Basis}，批准人：{r.GrantedBy}。")),
            new Paragraph(notice.OwedFen == 0
                ? "上述费用已全额减免，无需缴款。"
                : $"合计应缴 {new Money(notice.OwedFen)}。缴款码：{notice.Code}。请凭缴款码在窗口、银行柜台或网上缴款渠道缴入{county}财政非税收入专户，并索取非税收入票据。"),
            new Paragraph("缴款不影响审查和决定的期限；准予办理的，缴清后领取结果。除上列项目外，本事项不收取其他费用。"),
        ],
        Note = $"开具日期：{Dates.Day(notice.IssuedOn)}",
    };

    private static string Yuan(long fen) => new Money(fen).ToString();
}
