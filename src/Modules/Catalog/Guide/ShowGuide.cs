using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Points;

namespace Yimen.Catalog.Guide;

/// <summary>办事指南 — for people, for paper (一次性告知单), for programs; older editions stay readable, since cases began with them.</summary>
internal static class ShowGuide
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/items/{id:guid}", Show).PublicPage().ExcludeFromDescription();
        app.MapGet("/items/{id:guid}/notice", Notice).PublicPage().ExcludeFromDescription();
        app.MapGet("/items/{id:guid}/versions", Versions).PublicPage().ExcludeFromDescription();
        app.MapGet("/items/{id:guid}/versions/{number:int}", Edition).PublicPage().ExcludeFromDescription();
        app.MapGet("/api/v1/public/items/{id:guid}", Answer).AllowAnonymous().WithTags("public").WithName("getItem").WithSummary("查看一个事项的办事指南");
    }

    private static async Task<IResult> Show(Guid id, HttpContext http, AppDb db, IEnumerable<PagePart> parts, CancellationToken ct)
    {
        var today = http.Act().Today;
        var guide = await db.Guide(id, today, ct);
        return Page.Of<GuidePage>(http, guide with { Address = AddressOf(http, id), Parts = await parts.Of(PageParts.ItemGuide, db, id, today, ct) });
    }

    private static async Task<IResult> Edition(Guid id, int number, HttpContext http, AppDb db, CancellationToken ct) =>
        Page.Of<GuidePage>(http, await db.Edition(id, number, http.Act().Today, ct) with { Address = AddressOf(http, id) });

    private static async Task<IResult> Notice(Guid id, HttpContext http, AppDb db, CancellationToken ct) =>
        Page.Of<NoticePage>(http, await db.Guide(id, http.Act().Today, ct) with { Address = AddressOf(http, id) });

    private static async Task<IResult> Versions(Guid id, HttpContext http, AppDb db, CancellationToken ct)
    {
        var spans = await GuideReading.Spans(db, id).ToListAsync(ct);
        return spans.Count == 0 ? throw new NotThere() : Page.Of<VersionsPage>(http, new VersionsView(id, spans));
    }

    private static async Task<Ok<PublicItem>> Answer(Guid id, HttpContext http, AppDb db, CancellationToken ct) =>
        TypedResults.Ok(PublicItem.Of(await db.Guide(id, http.Act().Today, ct)));

    private static string AddressOf(HttpContext http, Guid id) => $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}/items/{id}";
}

/// <summary>Every edition of an item that the public has seen.</summary>
public sealed record VersionsView(Guid Id, IReadOnlyList<SpanRow> Spans);
