using Yimen.Platform.Documents;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Bulletins;

/// <summary>The bulletin as a paper in the layout of 公文: a draft without number of what is counted now, and with its 期号 of what was stored at its issue.</summary>
internal static class BulletinPaper
{
    public static DocumentContent Of(BulletinView view, string county, DateOnly today) => new(view.Name, $"{county}行政服务中心", today) { Parts = [.. Parts(view)] };

    /// <summary>Of what was issued.</summary>
    public static DocumentContent Of(IssuedBulletinView issued, string county) =>
        new(issued.Name, $"{county}行政服务中心", issued.IssuedOn) { Addressee = "各成员单位", Parts = [.. Preface(issued), .. Parts(issued.Content), new Heading("适用的规则和口径"), .. issued.Rules.Select(r => new Paragraph(r))] };

    private static IEnumerable<DocumentPart> Preface(IssuedBulletinView issued)
    {
        if (issued.WithdrawnOn is { } on)
        {
            yield return new Paragraph($"【本通报已于{Dates.Day(on)}撤回，请勿引用。理由：{issued.WithdrawnWhy}】");
        }

        foreach (var line in issued.Foreword.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            yield return new Paragraph(line);
        }
    }

    private static IEnumerable<DocumentPart> Parts(BulletinView view)
    {
        yield return new Paragraph($"现将{view.Days}热线工单办理情况通报如下。{(view.Whole ? "" : "本期尚未结束，数据统计到当日，同比按上年相同天数计算。")}");
        yield return new Heading("一、主要指标");
        yield return new TablePart(["指标", "本期", "上年同期", "同比", "环比"], [.. view.Lines.Select(l => (IReadOnlyList<string>)[l.Name, $"{l.Value}{l.Unit}", l.YearBefore, l.OnYear, l.OnMonth ?? "—"])]);
        yield return new Heading("二、受理趋势和预测");
        yield return new TablePart(["月份", "受理（件）"], [.. view.Months.Select(m => (IReadOnlyList<string>)[$"{m.Month.Year}年{m.Month.Month}月", Numbers.Thousands(m.Count)])]);
        yield return new Paragraph(view.Forecast.Value is { } value ? $"预测（不是统计数）：{view.Forecast.Of}约受理 {Numbers.Thousands(value)} 件。方法：{view.Forecast.Method}。" : view.Forecast.Method);
        yield return new Heading("三、诉求集中的分类");
        yield return Table("内容分类", view.Classes);
        yield return new Heading("四、镇街分布");
        yield return Table("镇街", view.Towns);
        yield return new Heading("五、承办单位办理情况");
        yield return new Paragraph($"市直机关、事业单位、公共企业、镇街分组排名，依次比较按时办结率、满意率；办结不足 {view.Least} 件的不排名。");
        foreach (var group in view.Units.GroupBy(u => u.Group))
        {
            yield return new Paragraph(group.Key);
            yield return new TablePart(["名次", "单位", "派单", "签收及时率", "办结", "按时办结率", "满意率", "不满意"],
                [.. group.Select(u => (IReadOnlyList<string>)[u.Rank?.ToString() ?? "—", u.Name, $"{u.Dispatched}", Percent(u.SignedInTime), $"{u.Closed}", Percent(u.OnTime), Percent(u.Satisfied), $"{u.Displeased}"])]);
        }

        yield return new Heading("六、评价不满意的工单");
        yield return view.Complaints.Count == 0 ? new Paragraph("本期没有评价不满意的工单。")
            : new TablePart(["工单编号", "标题", "承办单位", "评价", "日期"], [.. view.Complaints.Select(c => (IReadOnlyList<string>)[c.Number, c.Title, c.Unit, c.Verdict, Dates.Day(c.On)])]);
    }

    private static TablePart Table(string of, IReadOnlyList<BulletinPart> parts) =>
        new([of, "受理（件）", "占比", "上年同期", "同比"], [.. parts.Select(p => (IReadOnlyList<string>)[p.Name, Numbers.Thousands(p.Count), p.Share, Numbers.Thousands(p.YearBefore), p.OnYear])]);

    private static string Percent(string text) => text == "不适用" ? text : text + "%";
}
