using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Api;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Cases.Materials;

/// <summary>查看材料 — the applicant opens what they uploaded, staff what lies within their scope.</summary>
internal static class OpenMaterial
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/my/cases/{id:guid}/materials/{materialId:guid}", async (HttpContext http, Guid id, Guid materialId, MyCases mine, AppDb db, FileStore store, CancellationToken ct) =>
            await Answer(http, await mine.Find(http, id, ct), materialId, db, store, ct)).RequireAuthorization();
        app.MapGet("/desk/cases/{id:guid}/materials/{materialId:guid}", async (HttpContext http, Guid id, Guid materialId, CaseDesk desk, AppDb db, FileStore store, CancellationToken ct) =>
            await Answer(http, await desk.Find(http, id, CasePermissions.Read, ct), materialId, db, store, ct)).RequirePermission(CasePermissions.Read);
        app.MapGet("/api/v1/cases/{id:guid}/materials/{materialId:guid}", async (HttpContext http, Guid id, Guid materialId, CaseDesk desk, AppDb db, FileStore store, CancellationToken ct) =>
            await Answer(http, await desk.Find(http, id, CasePermissions.Read, ct), materialId, db, store, ct))
            .RequirePermission(CasePermissions.Read).Described("下载一份材料");
    }

    private static async Task<IResult> Answer(HttpContext http, Case c, Guid materialId, AppDb db, FileStore store, CancellationToken ct)
    {
        var material = c.Materials.FirstOrDefault(m => m.Id == materialId) ?? throw new NotThere();
        var file = await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == material.FileId && f.MatterId == c.Id, ct) ?? throw new NotThere();
        return FileDownload.Of(http, store, file, inline: true);
    }
}
