using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yimen.Hotline.Api;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Open311;

/// <summary>公开范围 — every class and every door with its word on publication, by the rules of today.</summary>
internal static class ListServices
{
    public const string Here = "/desk/open311/services";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, async (HttpContext http, [AsParameters] ServiceFilter filter, AppDb db, CancellationToken ct) =>
            Page.Of<ServicesPage>(http, View(await db.GeoServices(ct), filter, http.Act().Today))).RequirePermission(OrderPermissions.Read);
        app.MapGet("/api/v1/open311-services", async Task<Ok<IReadOnlyList<ServiceRow>>> (HttpContext http, [AsParameters] ServiceFilter filter, AppDb db, CancellationToken ct) =>
            TypedResults.Ok<IReadOnlyList<ServiceRow>>(Found(await db.GeoServices(ct), filter, http.Act().Today))).RequirePermission(OrderPermissions.Read).Described("各内容分类今天是否公开，按什么设定");
        app.MapExport<AppDb, ServiceFilter, ServiceRow>(Here, OrderPermissions.Read, async (http, filter, db, ct) => Taken(Found(await db.GeoServices(ct), filter, http.Act().Today)));
    }

    private static ServicesView View(GeoServices services, ServiceFilter filter, DateOnly today)
    {
        var rows = Found(services, filter, today);
        var paging = Paging.Of(filter.Page, filter.Size, rows.Count);
        return new([.. rows.Skip(paging.Skip).Take(paging.Size)], paging, filter, services.PublicOn(today).Count, [.. services.Doors(today).Select(d => new DoorRow(Label.Of(d.Door), d.Content, d.Why, d.From))]);
    }

    private static List<ServiceRow> Found(GeoServices services, ServiceFilter filter, DateOnly today)
    {
        var rows = services.On(today).Select(s => ServiceRow.Of(s, services.Of(s.Code).Where(r => r.From > today).Select(r => (DateOnly?)r.From).Min()))
            .Where(r => filter.Q?.Trim() is not { Length: > 0 } q || r.Code.StartsWith(q, StringComparison.Ordinal) || new[] { r.Name, r.Group, r.Why }.Any(t => t.Contains(q, StringComparison.Ordinal)))
            .Where(r => filter.Public switch { "true" => r.Public, "false" => !r.Public, _ => true });
        return [.. filter.Sort switch { "-code" => rows.Reverse(), "from" => rows.OrderBy(r => r.From), "-from" => rows.OrderByDescending(r => r.From), _ => rows }];
    }

    private static ExportOf<ServiceRow> Taken(IReadOnlyList<ServiceRow> rows) => new("Open311 公开范围", Here, rows.AsQueryable(), r => new Dictionary<string, object?>
    {
        ["代码"] = r.Code, ["事项"] = r.Name, ["公开"] = r.Public ? "公开" : "不公开", ["分组"] = r.Group, ["诉求类型"] = r.Type, ["附加问题"] = r.Asks, ["理由"] = r.Why, ["生效日期"] = $"{r.From:yyyy-MM-dd}",
    })
    { Notice = "公开范围不含个人信息。谁导出了多少条、用来做什么，会记入导出登记。" };
}
