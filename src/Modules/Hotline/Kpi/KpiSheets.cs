using Cells = System.Collections.Generic.IReadOnlyDictionary<string, object?>;

namespace Yimen.Hotline.Kpi;

/// <summary>The workbook of the table: every figure of every row, with numerator, denominator and both comparisons. Nothing personal stands in it.</summary>
internal static class KpiSheets
{
    public static IEnumerable<(string Title, IEnumerable<Cells> Rows)> Of(KpiTable table) =>
    [
        ("指标", table.Rows.Append(table.All).Select(Cells (r) => Wide(r))),
        ("明细", table.Rows.Append(table.All).SelectMany(r => r.Figures.Select(Cells (f) => Long(r, f)))),
        ("说明", [new Dictionary<string, object?> { ["项目"] = "期间", ["内容"] = table.Name }, new Dictionary<string, object?> { ["项目"] = "统计进度", ["内容"] = table.Progress.Words }]),
    ];

    private static Dictionary<string, object?> Wide(KpiRow row)
    {
        var cells = new Dictionary<string, object?> { ["名称"] = row.Name, ["组别"] = row.Group };
        foreach (var figure in row.Figures)
        {
            cells[Head(figure.Id)] = figure.Value is { } value ? value : "不适用";
        }

        return cells;
    }

    private static Dictionary<string, object?> Long(KpiRow row, KpiValue figure) => new()
    {
        ["名称"] = row.Name, ["指标"] = Head(figure.Id), ["本期"] = figure.Value is { } value ? value : "不适用", ["分子"] = figure.Numerator, ["分母"] = figure.Denominator, ["上期"] = figure.Previous, ["环比"] = figure.OnPrevious, ["上年同期"] = figure.YearBefore, ["同比"] = figure.OnYear,
    };

    private static string Head(string id) => OrderFigures.All.First(f => f.Id == id) is var figure ? $"{id} {figure.Name}{(figure.Ratio is null ? "" : "（%）")}" : id;
}
