using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Catalog.Forms;

/// <summary>下载表格 — the public takes the forms of every edition that it was shown; the desk those of its own items.</summary>
internal static class DownloadForm
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/items/{id:guid}/forms/{file:guid}", Public).AllowAnonymous().WithTags("public").WithName("getForm").WithSummary("下载事项的空白表格或样表，编号见办事指南的 blankForm、sample");
        app.MapGet("/desk/items/{id:guid}/forms/{file:guid}", Desk).RequirePermission(Rights.Read).ExcludeFromDescription();
    }

    private static async Task<IResult> Public(Guid id, Guid file, HttpContext http, AppDb db, FileStore store, CancellationToken ct)
    {
        var shown = await (from d in db.Set<InForce>()
                           where d.ItemId == id
                           join v in db.ItemVersionRefs on d.VersionId equals v.Id
                           select v.Content).AsNoTracking().ToListAsync(ct);
        return shown.SelectMany(MaterialFiles.Of).Any(f => f.Id == file) ? await Send(http, db, store, id, file, ct) : throw new NotThere();
    }

    private static async Task<IResult> Desk(Guid id, Guid file, HttpContext http, AppDb db, FileStore store, CancellationToken ct)
    {
        await db.Look(http, id, Rights.Read, ct);
        return await Send(http, db, store, id, file, ct);
    }

    private static async Task<IResult> Send(HttpContext http, AppDb db, FileStore store, Guid id, Guid file, CancellationToken ct)
    {
        var row = await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == file && f.MatterKind == "item" && f.MatterId == id, ct) ?? throw new NotThere();
        return FileDownload.Of(http, store, row);
    }
}
