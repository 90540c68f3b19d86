using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Kernel;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Figures.Desk;

/// <summary>导出明细 — the rows counted as XLSX, with the figure's definition on a sheet of its own.</summary>
internal static class FigureExport
{
    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/desk/figures/{id}/export", Write).RequireFigure().ExcludeFromDescription();

    private static async Task<IResult> Write(string id, [AsParameters] FigureQuery query, [AsParameters] FigureRowsQuery asked, FigureSheets sheets, FigureRows rows, TimeProvider time, CancellationToken ct)
    {
        var errors = new FormErrors();
        if (query.Read(time.Today(), errors) is not { } scope || (await sheets.One(id, scope, ct))?.Computed is not { } value)
        {
            throw new NotThere();
        }

        var count = asked.Of(rows, value.Figure);
        var list = new List<Dictionary<string, object?>>();
        await foreach (var row in rows.Stream(count, scope, asked.Search).WithCancellation(ct))
        {
            list.Add(Cells(row, list.Count + 1));
        }

        return Sheet.Of($"{id}-{FigureQuery.Iso(scope.AsOf)}.xlsx", ("明细", list), ("口径", Facts(value, count, scope, asked.Search, list.Count)));
    }

    private static Dictionary<string, object?> Cells(FigureRow row, int number) => new()
    {
        ["序号"] = number, ["名称"] = row.Title, ["说明"] = row.Detail, ["日期"] = row.On is { } on ? FigureQuery.Iso(on) : null, ["来源"] = row.Origin ?? "本系统", ["标识"] = row.Key,
    };

    private static IEnumerable<IReadOnlyDictionary<string, object?>> Facts(FigureValue value, Figure count, FigureScope scope, string? search, int listed) =>
    [
        Fact("指标", $"{value.Figure.Id} {value.Figure.Name}"),
        Fact("数值", $"{value.Text} {(value.Value is null ? "" : value.Figure.Unit)}".Trim()),
        Fact("明细", $"{count.Name}，{listed} 条{(search is null ? "" : $"（查找“{search}”的结果）")}"),
        Fact("剔除", value.LeftOutWords ?? "没有剔除"),
        Fact("期间", FigureQuery.Span(scope.From, scope.Through)),
        Fact("时点", Dates.Day(scope.AsOf)),
        Fact("范围", string.Join("，", new[] { scope.Unit?.Value, scope.Window, scope.Channel, scope.Type, scope.Area }.Where(s => s is not null).DefaultIfEmpty("全部"))),
        Fact("口径", $"第 {count.Version} 版：{count.Definition}"),
        Fact("取值", value.Figure.IsMoney ? "金额合计，元" : value.Denominator is null ? "计数" : $"{value.Figure.Rounding}，保留 {value.Figure.Decimals} 位小数"),
    ];

    private static Dictionary<string, object?> Fact(string name, string value) => new() { ["项目"] = name, ["内容"] = value };
}
