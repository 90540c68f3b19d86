using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;

namespace Yimen.Hotline.Open311;

/// <summary>The addresses of GeoReport v2 (docs/open311.md), each with .xml, .json or no suffix. Reading is open to anybody, posting asks for a key in the form; no cookie is ever looked at.</summary>
internal static class Open311Doors
{
    private const string V2 = "/open311/v2";

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var at in new[] { "/open311/discovery", V2 + "/discovery" })
        {
            Get(app, at, "Open311 服务发现", (HttpContext http, CountyScope scope, AppDb db, CancellationToken ct) => GeoAnswer.Of(http, () => Discovery.Document(http, scope.County, db, ct)));
        }

        foreach (var root in new[] { "/open311", V2 })
        {
            app.MapGet(root, (HttpContext http, CountyScope scope, AppDb db, CancellationToken ct) => GeoAnswer.Of(http, () => Discovery.Document(http, scope.County, db, ct))).AllowAnonymous().Told("Open311 服务发现");
        }

        Get(app, V2 + "/services", "Open311 可以提交的事项", (HttpContext http, Open311Door door, AppDb db, CancellationToken ct) => GeoAnswer.Of(http, () => Services(http, door, db, ct)));
        One(app, V2 + "/services/{code}", "Open311 一个事项要问的问题", (HttpContext http, string code, Open311Door door, AppDb db, CancellationToken ct) => GeoAnswer.Of(http, () => Definition(http, code, (door, db), ct)));
        Get(app, V2 + "/requests", "Open311 查询公开的工单", (HttpContext http, ReadRequests read, CancellationToken ct) => GeoAnswer.Of(http, () => read.Many(http, ct)));
        One(app, V2 + "/requests/{id}", "Open311 一件公开的工单", (HttpContext http, string id, ReadRequests read, CancellationToken ct) => GeoAnswer.Of(http, () => read.One(http, id, ct)));
        One(app, V2 + "/tokens/{id}", "Open311 由 token 查工单编号", (HttpContext http, string id, ReadRequests read, CancellationToken ct) => GeoAnswer.Of(http, () => read.Token(http, id, ct)));
        Get(app, V2 + "/servicerequestupdates", "Open311 扩展：公开工单的办理步骤", (HttpContext http, Updates updates, CancellationToken ct) => GeoAnswer.Of(http, () => updates.Read(http, ct)));
        Post(app, V2 + "/requests", "Open311 提交一件诉求，凭密钥", (HttpContext http, PostRequest post, CancellationToken ct) => GeoAnswer.Of(http, () => post.Take(http, ct)));
        Post(app, V2 + "/servicerequestupdates", "Open311 扩展：补充或者评价自己提交的诉求，凭密钥", (HttpContext http, Updates updates, CancellationToken ct) => GeoAnswer.Of(http, () => updates.Take(http, ct)));
    }

    private static async Task<GeoDocument> Services(HttpContext http, Open311Door door, AppDb db, CancellationToken ct)
    {
        door.MustBeHere(http.Request.Query["jurisdiction_id"]);
        return new("services", new GeoList("service", [.. (await db.GeoServices(ct)).PublicOn(http.Act().Today).Select(s => s.Line)]));
    }

    private static async Task<GeoDocument> Definition(HttpContext http, string code, (Open311Door Door, AppDb Db) by, CancellationToken ct)
    {
        by.Door.MustBeHere(http.Request.Query["jurisdiction_id"]);
        var found = (await by.Db.GeoServices(ct)).PublicOn(http.Act().Today).FirstOrDefault(s => s.Code == code) ?? throw new GeoFault(StatusCodes.Status404NotFound, "service_code: 没有找到，请用 GET services 列出的代码。");
        return new("service_definition", found.Definition);
    }

    private static void Get(IEndpointRouteBuilder app, string at, string summary, Delegate handler)
    {
        foreach (var pattern in new[] { at, at + ".{format}" })
        {
            app.MapGet(pattern, handler).AllowAnonymous().Told(summary);
        }
    }

    private static void One(IEndpointRouteBuilder app, string at, string summary, Delegate handler) => app.MapGet(at + ".{format?}", handler).AllowAnonymous().Told(summary);

    private static void Post(IEndpointRouteBuilder app, string at, string summary, Delegate handler)
    {
        foreach (var pattern in new[] { at, at + ".{format}" })
        {
            app.MapPost(pattern, handler).AllowAnonymous().TakesMachineForms().Told(summary);
        }
    }

    private static void Told(this IEndpointConventionBuilder endpoint, string summary) => endpoint.WithTags("Open311").WithSummary(summary);
}
