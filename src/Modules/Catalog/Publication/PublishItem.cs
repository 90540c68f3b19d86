using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yimen.Catalog.Preview;
using Yimen.Catalog.Province;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Impacts;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Publication;

/// <summary>What the centre types to publish: under which number and version the province has it.</summary>
public sealed record PublicationInput
{
    public string? ProvincialId { get; init; }

    public string? ProvincialVersion { get; init; }

    public string? Version { get; init; }
}

/// <summary>发布 — the centre lets the reviewed version into force, from today. The page before it is the preview.</summary>
internal static class PublishItem
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/desk/items/{id:guid}/publication", Post).RequirePermission(Rights.Publish);

    private static async Task<IResult> Post(Guid id, [FromForm] PublicationInput input, HttpContext http, AppDb db, Writer writer, IEnumerable<Impact> impacts, CancellationToken ct)
    {
        var errors = new FormErrors();
        if (ProvincialRef.Read(input.ProvincialId, input.ProvincialVersion, errors) is not { } province)
        {
            return Page.Again<PreviewPage>(http, await PreviewItem.View(id, http, db, impacts, ct) with { Errors = errors, Input = input });
        }

        await Handle(id, province, Words.VersionFrom(input.Version), (http, db, writer), ct);
        return Page.Then(http, $"/desk/items/{id}", "已发布，今天起生效。");
    }

    internal static Task<Guid> Handle(Guid id, ProvincialRef province, long? version, (HttpContext Http, AppDb Db, Writer Writer) by, CancellationToken ct)
    {
        var act = by.Http.Act();
        return by.Writer.Write(act, by.Http.IdempotencyKey, async () =>
        {
            var item = await by.Db.Take(by.Http, id, Rights.Publish, version, ct);
            item.Publish(act, act.Today, province);
            return item.Id;
        }, ct);
    }
}
