using Cells = System.Collections.Generic.IReadOnlyDictionary<string, object?>;

namespace Yimen.Hotline.Bulletins;

/// <summary>The workbook of a bulletin: a sheet a part.</summary>
internal static class BulletinSheets
{
    public static IEnumerable<(string Title, IEnumerable<Cells> Rows)> Of(BulletinView view) =>
    [
        ("主要指标", view.Lines.Select(Cells (l) => new Dictionary<string, object?> { ["指标"] = l.Name, ["编号"] = l.Id, ["本期"] = Number(l.Value), ["单位"] = l.Unit, ["上年同期"] = Number(l.YearBefore), ["同比"] = l.OnYear, ["环比"] = l.OnMonth ?? "" })),
        ("受理趋势", [.. view.Months.Select(Cells (m) => new Dictionary<string, object?> { ["月份"] = $"{m.Month:yyyy-MM}", ["受理（件）"] = m.Count, ["性质"] = "统计" }),
            new Dictionary<string, object?> { ["月份"] = view.Forecast.Of, ["受理（件）"] = view.Forecast.Value, ["性质"] = $"预测：{view.Forecast.Method}" }]),
        ("诉求分类", view.Classes.Select(c => Part("内容分类", c))),
        ("镇街分布", view.Towns.Select(t => Part("镇街", t))),
        ("单位办理", view.Units.Select(Cells (u) => new Dictionary<string, object?>
        {
            ["组别"] = u.Group, ["名次"] = u.Rank is { } rank ? rank : "件数不足，不排名", ["单位"] = u.Name, ["派单"] = u.Dispatched, ["签收及时率（%）"] = Number(u.SignedInTime), ["办结"] = u.Closed, ["按时办结率（%）"] = Number(u.OnTime), ["评价"] = u.Rated,
            ["满意率（%）"] = Number(u.Satisfied), ["不满意"] = u.Displeased,
        })),
        ("不满意工单", view.Complaints.Select(Cells (c) => new Dictionary<string, object?> { ["工单编号"] = c.Number, ["标题"] = c.Title, ["承办单位"] = c.Unit, ["评价"] = c.Verdict, ["评价日期"] = $"{c.On:yyyy-MM-dd}" })),
    ];

    /// <summary>Of what was issued: the same, with a first sheet that says what it is.</summary>
    public static IEnumerable<(string Title, IEnumerable<Cells> Rows)> Of(IssuedBulletinView issued) =>
    [
        ("印发", [
            Row("标题", issued.Name), Row("期号", issued.Serial), Row("期间", issued.Content.Days), Row("状态", issued.WithdrawnOn is { } on ? $"已于 {on:yyyy-MM-dd} 撤回：{issued.WithdrawnWhy}" : "已印发"), Row("印发", $"{issued.IssuedByName}，{issued.IssuedOn:yyyy-MM-dd}"),
            Row("统计截至日志", $"第 {issued.Position} 条"), Row("内容摘要（SM3）", issued.Digest), Row("按语", issued.Foreword), .. issued.Rules.Select(r => Row("规则和口径", r)),
        ]),
        .. Of(issued.Content),
        ("送达单位", issued.To.Select(Cells (t) => new Dictionary<string, object?> { ["单位"] = t })),
    ];

    private static Cells Row(string of, string text) => new Dictionary<string, object?> { ["项目"] = of, ["内容"] = text };

    private static Cells Part(string of, BulletinPart p) => new Dictionary<string, object?> { [of] = p.Name, ["代码"] = p.Code, ["受理（件）"] = p.Count, ["占比"] = p.Share, ["上年同期"] = p.YearBefore, ["同比"] = p.OnYear };

    // numbers as numbers, so that the reader's program can add them up
    private static object Number(string text) => decimal.TryParse(text, out var value) ? value : text;
}
