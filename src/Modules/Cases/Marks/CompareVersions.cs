using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Cases.Marks;

/// <summary>对照版本 — an earlier version of a re-submitted material beside the one that stands, with what was marked.</summary>
internal static class CompareVersions
{
    private const string Path = "/desk/cases/{id:guid}/materials/{materialId:guid}/versions";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show).RequirePermission(CasePermissions.Read);
        app.MapGet(Path + "/{versionId:long}", Open).RequirePermission(CasePermissions.Read);
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, Guid materialId, string? with, CaseDesk desk, AppDb db, CancellationToken ct)
    {
        var found = await desk.Find(http, id, CasePermissions.Read, ct);
        var material = found.Materials.FirstOrDefault(m => m.Id == materialId) ?? throw new NotThere();
        var earlier = found.MaterialVersions.Where(v => v.Order == material.Order).OrderByDescending(v => v.Id).ToList();
        var chosen = earlier.FirstOrDefault(v => $"{v.Id}" == with) ?? earlier.FirstOrDefault() ?? throw new NotThere();
        var pictures = await db.Set<StoredFile>().Where(f => (f.Id == material.FileId || f.Id == chosen.FileId) && f.MediaType.StartsWith("image/")).Select(f => f.Id).ToListAsync(ct);
        var href = $"/desk/cases/{id}/materials/{materialId}";
        VersionSide Side(Guid? file, string words, string open) => new(words, file is null ? null : open, file is { } f && pictures.Contains(f));
        return Page.Of<VersionsPage>(http, new VersionsView(id, found.Number, material.Name, Side(chosen.FileId, chosen.Words, $"{href}/versions/{chosen.Id}"), chosen.ReplacedAt, Side(material.FileId, material.Words, href),
            [.. earlier.Select(v => new VersionRow($"{href}/versions?with={v.Id}", v.Words, v.ReplacedAt, v == chosen))], [.. found.Marks.Where(m => m.Order == material.Order).OrderBy(m => m.Page).ThenBy(m => m.At).Select(m => m.InWords)]));
    }

    private static async Task<IResult> Open(HttpContext http, Guid id, Guid materialId, long versionId, CaseDesk desk, AppDb db, FileStore store, CancellationToken ct)
    {
        var found = await desk.Find(http, id, CasePermissions.Read, ct);
        var material = found.Materials.FirstOrDefault(m => m.Id == materialId) ?? throw new NotThere();
        var version = found.MaterialVersions.FirstOrDefault(v => v.Id == versionId && v.Order == material.Order) ?? throw new NotThere();
        var file = await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == version.FileId && f.MatterId == found.Id, ct) ?? throw new NotThere();
        return FileDownload.Of(http, store, file, inline: true);
    }
}

/// <param name="Picture">Can be shown on the page; other kinds are opened.</param>
public sealed record VersionSide(string Words, string? Href, bool Picture);

public sealed record VersionRow(string Href, string Words, DateTimeOffset ReplacedAt, bool Shown);

public sealed record VersionsView(Guid CaseId, string Number, string Material, VersionSide Before, DateTimeOffset ReplacedAt, VersionSide Now, IReadOnlyList<VersionRow> Earlier, IReadOnlyList<string> Marks);
