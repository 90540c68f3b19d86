using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Sheets;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Registry;

/// <summary>导出列表 — the list as filtered, all pages of it.</summary>
internal static class ExportList
{
    private static readonly string[] Heads = ["业务办理项编码", "事项名称", "单位", "类型", "行使层级", "状态", "最新版本", "版本状态", "办理系统", "最近修改"];

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/items.xlsx", Send).RequirePermission(Rights.Read);

    private static Task<IResult> Send(HttpContext http, [AsParameters] ItemFilter filter, AppDb db, TimeProvider time, CancellationToken ct)
    {
        var rows = db.Rows(db.Items.AsNoTracking().Within(http.Reach(Rights.Read)), filter).Sorted(filter.Sort).AsEnumerable();
        return WorkbookAnswer.Of($"事项列表-{time.Today():yyyyMMdd}.xlsx", [new Sheet("事项", Heads, rows.Select(Line))], ct);
    }

    private static IReadOnlyList<string> Line(ItemRow row) =>
    [
        row.Code, row.Name, row.UnitName, Words.TypeOf(row.Type), Words.LevelOf(row.Level), Label.Of(row.State), $"{row.Number}", Label.Of(row.Version), Label.Of(row.HandledIn), Dates.Moment(row.EditedAt),
    ];
}
