using Yimen.Kernel;
using Yimen.Platform.Documents;
using Cells = System.Collections.Generic.IReadOnlyDictionary<string, object?>;

namespace Yimen.Hotline.Appraisal;

/// <summary>The sheet as a workbook, and as a paper in the layout of 公文 to be printed and passed round.</summary>
internal static class AppraisalPapers
{
    public static IEnumerable<(string Title, IEnumerable<Cells> Rows)> Sheets(AppraisalView view) =>
    [
        ("考核结果", view.Lines.Select(Result)),
        ("得分明细", view.Lines.SelectMany(l => l.Marks.Select(Cells (m) => new Dictionary<string, object?> { ["单位"] = l.Name, ["考核项"] = m.Name, ["计分（件）"] = m.Good, ["应计（件）"] = m.All, ["得分"] = m.Points, ["满分"] = m.Full }))),
        ("剔除", view.Exclusions.Select(Point)),
        ("申诉", view.Objections.Select(Point)),
        ("规则", view.Rules.Select(Cells (r) => new Dictionary<string, object?> { ["本表适用的规则"] = r })),
    ];

    public static DocumentContent Paper(AppraisalView view, string county, DateOnly today) => new(view.Name, $"{county}行政服务中心", today) { Parts = [.. Parts(view)] };

    private static IEnumerable<DocumentPart> Parts(AppraisalView view)
    {
        yield return new Paragraph($"状态：{Label.Of(view.State)}。{(view.ObjectBy is { } by ? $"对考核结果有异议的单位可以在 {by:yyyy-MM-dd} 以前申诉。" : "")}");
        foreach (var group in view.Lines.GroupBy(l => l.Group))
        {
            yield return new Heading(group.Key);
            yield return new TablePart(["名次", "单位", "办结", "得分", "红黑榜"], [.. group.Select(l => (IReadOnlyList<string>)[l.Rank?.ToString() ?? "—", l.Name, $"{l.Closed}", l.Score?.ToString("F2") ?? "不适用", l.Honour is { } h ? Label.Of(h) : ""])]);
        }

        yield return new Heading("本表适用的规则");
        foreach (var rule in view.Rules)
        {
            yield return new Paragraph(rule);
        }
    }

    private static Cells Result(AppraisalLineView l)
    {
        var row = new Dictionary<string, object?> { ["组别"] = l.Group, ["名次"] = l.Rank is { } rank ? rank : "不排名", ["单位"] = l.Name, ["办结"] = l.Closed, ["得分"] = l.Score is { } score ? score : "不适用", ["红黑榜"] = l.Honour is { } h ? Label.Of(h) : "" };
        foreach (var c in Criteria.All)
        {
            row[Label.Of(c)] = l.Of(c)?.Points;
        }

        return row;
    }

    private static Cells Point(AppraisalPointView p) =>
        new Dictionary<string, object?> { ["单位"] = p.Unit, ["考核项"] = p.Criterion, ["工单编号"] = p.Number, ["理由"] = p.Why, ["答复"] = p.Answer switch { true => "同意", false => "不同意", _ => "待答复" }, ["答复说明"] = p.Remark };
}
