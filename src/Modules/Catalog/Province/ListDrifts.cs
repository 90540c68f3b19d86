using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Sheets;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Province;

/// <summary>省县比对 — where province and county part, by unit and kind; the centre sees all, a unit its own.</summary>
internal static class ListDrifts
{
    private static readonly string[] Heads = ["业务办理项编码", "事项名称", "单位", "差异", "说明", "发现日期", "状态", "消除日期"];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/drift", Show).RequirePermission(Rights.Read);
        app.MapGet("/desk/drift.xlsx", Export).RequirePermission(Rights.Read);
        app.MapPost("/desk/drift/runs", Compare).RequirePermission(Rights.Import);
        app.MapGet("/api/v1/drifts", Answer).RequirePermission(Rights.Read).WithTags("事项").WithName("listDrifts").WithSummary("省县差异：筛选、分页");
    }

    private static async Task<IResult> Show(HttpContext http, [AsParameters] DriftFilter filter, AppDb db, CancellationToken ct)
    {
        var mine = db.DriftRows(http, filter);
        var paging = Paging.Of(filter.Page, filter.Size, await mine.CountAsync(ct));
        var rows = await mine.Sorted(filter.Sort).Skip(paging.Skip).Take(paging.Size).ToListAsync(ct);
        return Page.Of<DriftListPage>(http, new DriftListView(rows, paging, filter)
        {
            Units = await ListUnits(db, http, ct),
            Last = await db.Set<DriftRun>().AsNoTracking().OrderByDescending(r => r.At).Select(r => new DriftRunLine(r.At, r.Items, r.Found, r.Settled, r.Open)).FirstOrDefaultAsync(ct),
            List = await ProvinceComparison.Latest(db).Select(l => new ProvinceListLine(l.FileName, l.ByName, l.ImportedAt, l.Lines)).FirstOrDefaultAsync(ct),
            MayImport = http.MaySomewhere(Rights.Import),
        });
    }

    private static async Task<Ok<DriftPage>> Answer(HttpContext http, [AsParameters] DriftFilter filter, AppDb db, CancellationToken ct)
    {
        var mine = db.DriftRows(http, filter);
        var paging = Paging.Of(filter.Page, filter.Size, await mine.CountAsync(ct));
        return TypedResults.Ok(new DriftPage(await mine.Sorted(filter.Sort).Skip(paging.Skip).Take(paging.Size).ToListAsync(ct), paging.Page, paging.Size, paging.Total));
    }

    private static Task<IResult> Export(HttpContext http, [AsParameters] DriftFilter filter, AppDb db, CancellationToken ct)
    {
        var rows = db.DriftRows(http, filter).Sorted(filter.Sort).AsEnumerable();
        return WorkbookAnswer.Of($"省县差异-{http.Act().Today:yyyyMMdd}.xlsx", [new Sheet("省县差异", Heads, rows.Select(Line))], ct);
    }

    private static async Task<IResult> Compare(HttpContext http, ProvinceComparison comparison, CancellationToken ct) =>
        Page.Then(http, "/desk/drift", await comparison.Run(http.Act(), ct) is { } run
            ? $"已比对 {run.Items} 个事项：{run.Open} 处不一致，其中新发现 {run.Found} 处；消除 {run.Settled} 处。"
            : "还没有省目录清单，请先导入。");

    private static IReadOnlyList<string> Line(DriftRow row) =>
    [
        row.Code, row.Name, row.Unit ?? "", Label.Of(row.Kind), row.Text, $"{row.FoundOn:yyyy-MM-dd}", row.Open ? Label.Of(DriftState.Open) : Label.Of(DriftState.Settled), row.SettledOn is { } day ? $"{day:yyyy-MM-dd}" : "",
    ];

    private static async Task<IReadOnlyList<Choice>> ListUnits(AppDb db, HttpContext http, CancellationToken ct)
    {
        var units = db.Drifts.Within(http.Reach(Rights.Read)).Where(d => d.Unit != null).Select(d => d.Unit!.Value).Distinct();
        return [.. (await db.UnitRefs.Where(u => units.Contains(u.Id)).OrderBy(u => u.Id).Select(u => new { u.Id, u.ShortName }).ToListAsync(ct)).Select(u => new Choice(u.Id.Value, u.ShortName))];
    }
}
