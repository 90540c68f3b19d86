using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Cases.Filing;

/// <summary>放弃申请 — the draft and its files are forgotten.</summary>
internal static class DiscardDraft
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/my/cases/{id:guid}/discard", Show).RequireAuthorization();
        app.MapPost("/my/cases/{id:guid}/discard", Post).RequireAuthorization();
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, MyCases mine, CancellationToken ct)
    {
        var found = await mine.Find(http, id, ct);
        CaseLifecycle.Table.After(found.State, CaseVerb.Discard);
        return Page.Of<DiscardPage>(http, new DiscardView(id, found.ItemName, found.Trail.Count));
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, MyCases mine, AppDb db, CancellationToken ct)
    {
        await mine.Change(http, id, new CaseChange(async (c, act, _) =>
        {
            c.Discard(act);
            db.RemoveRange(await db.Set<StoredFile>().Where(f => f.MatterKind == "case" && f.MatterId == id).ToListAsync(ct));
        }), ct);
        return Page.Then(http, "/my/cases", "已放弃这份申请，填写的内容和上传的材料已删除。");
    }
}

public sealed record DiscardView(Guid Id, string Item, int Version);
