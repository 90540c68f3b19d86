using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Catalog.Claims;
using Yimen.Catalog.Editing;
using Yimen.Catalog.Fields;
using Yimen.Catalog.Forms;
using Yimen.Catalog.Offers;
using Yimen.Catalog.Province;
using Yimen.Catalog.Publication;
using Yimen.Catalog.Review;
using Yimen.Catalog.Suspension;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Api;

/// <summary>The catalogue for programs: to change. The same use cases as the pages'; <c>Idempotency-Key</c> makes a retry harmless, <c>If-Match</c> an edit safe.</summary>
internal static class ItemVerbsApi
{
    private const string Tag = "事项";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/v1/offers", Offer).RequirePermission(Rights.Offer).WithTags(Tag).WithSummary("下发一批事项");
        app.MapPost("/api/v1/items", Claim).RequirePermission(Rights.Edit).WithTags(Tag).WithSummary("认领一项，成为事项");
        app.MapPut("/api/v1/items/{id:guid}/draft", Edit).RequirePermission(Rights.Edit).WithTags(Tag).WithSummary("修改编辑中的版本，须带 If-Match");
        app.MapPost("/api/v1/items/{id:guid}/change", (Guid id, HttpContext http, AppDb db, Writer writer, IdSource ids, CancellationToken ct) =>
            Done(id, http, db, ChangeItem.Handle(id, ItemsApi.Seen(http), (http, db, writer), ids, ct), ct)).RequirePermission(Rights.Edit).WithTags(Tag).WithSummary("发起变更");
        app.MapPost("/api/v1/items/{id:guid}/publication", (Guid id, PublicationBody? body, HttpContext http, AppDb db, Writer writer, CancellationToken ct) =>
            Publish(id, body, http, db, writer, ct)).RequirePermission(Rights.Publish).WithTags(Tag).WithSummary("发布，须带省目录编号和版本");
        foreach (var step in ReviewSteps.All)
        {
            app.MapPost($"/api/v1/items/{{id:guid}}/{step.Noun}", (Guid id, ReasonBody? body, HttpContext http, AppDb db, Writer writer, CancellationToken ct) =>
                Done(id, http, db, ReviewSteps.Handle(step.Verb, id, body?.Reason, ItemsApi.Seen(http), (http, db, writer), ct), ct)).RequirePermission(Rights.Read).WithTags(Tag).WithSummary(Label.Of(step.Verb));
        }

        foreach (var (noun, verb, _) in ItemSteps.All)
        {
            app.MapPost($"/api/v1/items/{{id:guid}}/{noun}", (Guid id, ReasonBody? body, HttpContext http, AppDb db, Writer writer, CancellationToken ct) =>
                Done(id, http, db, ItemSteps.Handle(verb, id, body?.Reason, ItemsApi.Seen(http), (http, db, writer), ct), ct)).RequirePermission(Rights.Publish).WithTags(Tag).WithSummary(Label.Of(verb));
        }
    }

    private static async Task<IResult> Done(Guid id, HttpContext http, AppDb db, Task<Guid> verb, CancellationToken ct)
    {
        await verb;
        db.ChangeTracker.Clear();
        var item = await db.Look(http, id, Rights.Read, ct);
        http.Response.Headers.ETag = ItemsApi.TagOf(item.Trail.Count);
        return Results.Ok(item.Body());
    }

    private static async Task<IResult> Publish(Guid id, PublicationBody? body, HttpContext http, AppDb db, Writer writer, CancellationToken ct)
    {
        var errors = new FormErrors();
        return ProvincialRef.Read(body?.ProvincialId, $"{body?.ProvincialVersion}", errors) is { } province
            ? await Done(id, http, db, PublishItem.Handle(id, province, ItemsApi.Seen(http), (http, db, writer), ct), ct)
            : Refused(errors.Select(e => (e.Field, e.Message)));
    }

    private static async Task<IResult> Claim(ClaimBody body, HttpContext http, AppDb db, Writer writer, IdSource ids, CancellationToken ct)
    {
        var id = await ClaimOffer.Handle(body.Offer, null, (http, db, writer), ids, ct);
        db.ChangeTracker.Clear();
        var item = await db.Look(http, id, Rights.Read, ct);
        http.Response.Headers.ETag = ItemsApi.TagOf(item.Trail.Count);
        return Results.Created($"{http.Request.PathBase}/api/v1/items/{id}", item.Body());
    }

    private static async Task<IResult> Offer(BatchBody body, HttpContext http, AppDb db, Writer writer, IdSource ids, CancellationToken ct)
    {
        var faults = body.Batch is < 1 or > 9999 ? [new FieldFault("batch", "batch", "批次应为1至9999的整数")] : await OfferBatchSlice.Handle(body.Batch, (body.Lines ?? [], 1), (http, db, writer), ids, ct);
        return faults.Count > 0 ? Refused(faults.Select(f => (f.Field, f.Message))) : Results.Ok(new { body.Batch, Offered = body.Lines!.Count });
    }

    private static async Task<IResult> Edit(Guid id, DraftBody body, HttpContext http, AppDb db, Writer writer, CancellationToken ct)
    {
        if (ItemsApi.Seen(http) is not { } seen)
        {
            return Results.Problem("修改须带 If-Match，值为读取时的 ETag。", statusCode: StatusCodes.Status428PreconditionRequired, title: "缺少版本");
        }

        var faults = ItemFields.Faults(body.AsDraft()).Select(f => (f.Field, f.Message)).ToList();
        if (faults.Count > 0)
        {
            return Refused(faults);
        }

        if (await EditForms.Foreign(db, id, body.AsDraft().Content, ct))
        {
            return Refused([("materials", "空白表格和样表须是为这个事项上传的文件，请先上传，再原样写回读到的 blankForm、sample。")]);
        }

        var act = http.Act();
        return await Done(id, http, db, writer.Write(act, http.IdempotencyKey, async () =>
        {
            var item = await db.Take(http, id, Rights.Edit, seen, ct);
            item.Edit(body.AsDraft(), act);
            return id;
        }, ct), ct);
    }

    private static IResult Refused(IEnumerable<(string Field, string Message)> faults) =>
        Results.ValidationProblem(faults.GroupBy(f => f.Field).ToDictionary(g => g.Key, g => g.Select(f => f.Message).ToArray()), title: "内容不符合要求");
}
