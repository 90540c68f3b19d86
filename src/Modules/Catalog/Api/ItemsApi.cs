using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Registry;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Api;

/// <summary>The catalogue for programs: to read.</summary>
internal static class ItemsApi
{
    private const string Tag = "事项";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/items", List).RequirePermission(Rights.Read).WithTags(Tag).WithSummary("事项列表：筛选、分页");
        app.MapGet("/api/v1/items/{id:guid}", Get).RequirePermission(Rights.Read).WithTags(Tag).WithSummary("一个事项及其最新版本；ETag 供修改时 If-Match 使用");
        app.MapGet("/api/v1/items/{id:guid}/versions", Versions).RequirePermission(Rights.Read).WithTags(Tag).WithSummary("事项的各个版本");
        app.MapGet("/api/v1/items/{id:guid}/versions/{number:int}", Version).RequirePermission(Rights.Read).WithTags(Tag).WithSummary("事项的一个版本");
        ItemVerbsApi.Map(app);
    }

    private static async Task<IResult> List(HttpContext http, [AsParameters] ItemFilter filter, AppDb db, CancellationToken ct)
    {
        var rows = db.Rows(db.Items.AsNoTracking().Within(http.Reach(Rights.Read)), filter);
        var paging = Paging.Of(filter.Page, filter.Size, await rows.CountAsync(ct));
        var page = await rows.Sorted(filter.Sort).Skip(paging.Skip).Take(paging.Size).ToListAsync(ct);
        return Results.Ok(new ItemList([.. page.Select(Line)], paging.Page, paging.Size, paging.Total));
    }

    private static ItemLine Line(ItemRow row) =>
        new(row.Id, row.Code, row.Name, row.Unit.Value, row.Type, row.Level, Label.Of(row.State), row.Number, Label.Of(row.Version), Label.Of(row.HandledIn));

    private static async Task<IResult> Get(Guid id, HttpContext http, AppDb db, CancellationToken ct)
    {
        var item = await db.Look(http, id, Rights.Read, ct);
        http.Response.Headers.ETag = TagOf(item.Trail.Count);
        return Results.Ok(item.Body());
    }

    private static async Task<IResult> Versions(Guid id, HttpContext http, AppDb db, CancellationToken ct)
    {
        var item = await db.Look(http, id, Rights.Read, ct);
        return Results.Ok(item.Versions.OrderBy(v => v.Number).Select(v => new VersionBody(v.Number, Label.Of(v.State), v.Name, v.EditedAt, v.ProvincialId, v.ProvincialVersion)).ToList());
    }

    private static async Task<IResult> Version(Guid id, int number, HttpContext http, AppDb db, CancellationToken ct)
    {
        var item = await db.Look(http, id, Rights.Read, ct);
        return Results.Ok(DraftBody.Of((item.Versions.FirstOrDefault(v => v.Number == number) ?? throw new NotThere()).Draft));
    }

    internal static string TagOf(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version the program saw, from If-Match; null when it sent none.</summary>
    internal static long? Seen(HttpContext http) => Words.VersionFrom(http.Request.Headers.IfMatch.FirstOrDefault()?.Trim('"'));
}
