using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yimen.Catalog.Fields;
using Yimen.Catalog.Review;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Catalog.Editing;

/// <summary>变更 — a new version opens beside the one in force, which stays until the new one is published.</summary>
internal static class ChangeItem
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/items/{id:guid}/change", Show).RequirePermission(Rights.Edit);
        app.MapPost("/desk/items/{id:guid}/change", Post).RequirePermission(Rights.Edit);
    }

    private static async Task<IResult> Show(Guid id, HttpContext http, AppDb db, CancellationToken ct)
    {
        var item = await db.Look(http, id, Rights.Edit, ct);
        return Page.Of<VerbPage>(http, new VerbView(id, item.Name, "变更", "change", item.Trail.Count)
        {
            WillHappen = ["复制已发布的内容，开始编辑新版本。", "新版本发布前，门户和窗口仍使用现在的版本；办件按受理时的版本办理。"],
        });
    }

    private static async Task<IResult> Post(Guid id, [FromForm] StepInput input, HttpContext http, AppDb db, Writer writer, IdSource ids, CancellationToken ct)
    {
        await Handle(id, Words.VersionFrom(input.Version), (http, db, writer), ids, ct);
        return Page.Then(http, $"/desk/items/{id}/edit/{ItemFields.Basics.Slug}", "已开始编辑新版本。");
    }

    internal static Task<Guid> Handle(Guid id, long? version, (HttpContext Http, AppDb Db, Writer Writer) by, IdSource ids, CancellationToken ct)
    {
        var act = by.Http.Act();
        return by.Writer.Write(act, by.Http.IdempotencyKey, async () =>
        {
            var item = await by.Db.Take(by.Http, id, Rights.Edit, version, ct);
            var change = item.BeginChange(ids.NewId(act.Now), act);
            by.Db.Add(change);
            return change.Id;
        }, ct);
    }
}
