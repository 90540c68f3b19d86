using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yimen.Catalog.Review;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Catalog.Publication;

/// <summary>发布 — the centre lets the reviewed version into force, from today. The page before it is the preview.</summary>
internal static class PublishItem
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/desk/items/{id:guid}/publication", Post).RequirePermission(Rights.Publish);

    private static async Task<IResult> Post(Guid id, [FromForm] StepInput input, HttpContext http, AppDb db, Writer writer, CancellationToken ct)
    {
        await Handle(id, Words.VersionFrom(input.Version), (http, db, writer), ct);
        return Page.Then(http, $"/desk/items/{id}", "已发布，今天起生效。");
    }

    internal static Task<Guid> Handle(Guid id, long? version, (HttpContext Http, AppDb Db, Writer Writer) by, CancellationToken ct)
    {
        var act = by.Http.Act();
        return by.Writer.Write(act, by.Http.IdempotencyKey, async () =>
        {
            var item = await by.Db.Take(by.Http, id, Rights.Publish, version, ct);
            item.Publish(act, act.Today);
            return item.Id;
        }, ct);
    }
}
