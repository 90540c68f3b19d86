using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs.Attributes;
using Yimen.Kernel;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Figures.Desk;

public sealed record FigureExportRow(
    [property: ExcelColumn(Name = "序号", Width = 8)] int Number,
    [property: ExcelColumn(Name = "名称", Width = 44)] string Title,
    [property: ExcelColumn(Name = "说明", Width = 44)] string? Detail,
    [property: ExcelColumn(Name = "日期", Width = 12)] string? On,
    [property: ExcelColumn(Name = "来源", Width = 12)] string Origin,
    [property: ExcelColumn(Name = "标识", Width = 40)] string Key);

public sealed record FigureExportFact([property: ExcelColumn(Name = "项目", Width = 14)] string Name, [property: ExcelColumn(Name = "内容", Width = 80)] string Value);

/// <summary>导出明细 — the rows counted as XLSX, with the figure's definition on a sheet of its own.</summary>
internal static class FigureExport
{
    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/desk/figures/{id}/export", Write).RequirePermission("figures.read").ExcludeFromDescription();

    private static async Task<IResult> Write(string id, [AsParameters] FigureQuery query, [AsParameters] FigureRowsQuery asked, FigureSheets sheets, FigureRows rows, TimeProvider time, CancellationToken ct)
    {
        var errors = new FormErrors();
        if (query.Read(time.Today(), errors) is not { } scope || (await sheets.One(id, scope, ct))?.Computed is not { } value)
        {
            throw new NotThere();
        }

        var count = rows.Side(value.Figure, asked.Denominator);
        var list = new List<FigureExportRow>();
        await foreach (var row in rows.Stream(count, scope, asked.Search).WithCancellation(ct))
        {
            list.Add(new(list.Count + 1, row.Title, row.Detail, row.On is { } on ? FigureQuery.Iso(on) : null, row.Origin ?? "本系统", row.Key));
        }

        return await XlsxAnswer.Of($"{id}-{FigureQuery.Iso(scope.AsOf)}.xlsx", ct, ("明细", list), ("口径", Facts(value, count, scope, asked.Search, list.Count)));
    }

    private static List<FigureExportFact> Facts(FigureValue value, Figure count, FigureScope scope, string? search, int listed) =>
    [
        new("指标", $"{value.Figure.Id} {value.Figure.Name}"),
        new("数值", $"{value.Text} {(value.Value is null ? "" : value.Figure.Unit)}".Trim()),
        new("明细", $"{count.Name}，{listed} 条{(search is null ? "" : $"（查找“{search}”的结果）")}"),
        new("期间", FigureQuery.Span(scope.From, scope.Through)),
        new("时点", Dates.Day(scope.AsOf)),
        new("范围", string.Join("，", new[] { scope.Unit?.Value, scope.Window, scope.Channel }.Where(s => s is not null).DefaultIfEmpty("全部"))),
        new("口径", $"第 {count.Version} 版：{count.Definition}"),
        new("取值", value.Denominator is null ? "计数" : $"{value.Figure.Rounding}，保留 {value.Figure.Decimals} 位小数"),
    ];
}
