using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Hotline.Files;

/// <summary>Opens a scan, a photograph or an enclosure of an order, and of the order that it follows.</summary>
internal static class OpenFile
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/orders/{id:guid}/files/{file:guid}", Open).RequirePermission(OrderPermissions.Read);

    private static async Task<IResult> Open(HttpContext http, Guid id, Guid file, OrderDesk desk, AppDb db, FileStore store, PermissionTable table, CancellationToken ct)
    {
        var found = await desk.Find(http, id, OrderPermissions.Read, ct);
        // what a caller sent along stays with that caller's own order
        if (await db.Set<OrderFile>().AnyAsync(p => p.FileId == file && p.FromCaller, ct) && !(found.Files.Any(p => p.FileId == file) && CallerFiles.ShownTo(http.Visitor, found, table)))
        {
            throw new NotThere();
        }

        var row = await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == file && f.MatterKind == WorkOrder.MatterKind && (f.MatterId == id || f.MatterId == found.MasterId), ct) ?? throw new NotThere();
        return FileDownload.Of(http, store, row, inline: true);
    }
}
