using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Fields;
using Yimen.Catalog.Import;
using Yimen.Catalog.Registry;
using Yimen.Catalog.Sheets;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Catalog.Export;

/// <summary>导出 — implementation lists in the import's own template, so that what is exported can be changed and imported again.</summary>
internal static class ExportItems
{
    private const int Chunk = 200;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/items/export.xlsx", Send).RequirePermission(Rights.Read);

    private static Task<IResult> Send(HttpContext http, [AsParameters] ItemFilter filter, AppDb db, TimeProvider time, CancellationToken ct)
    {
        var wanted = db.Rows(db.Items.AsNoTracking().Within(http.Reach(Rights.Read)), filter).OrderBy(r => r.Code).Select(r => r.Id).ToList();
        return WorkbookAnswer.Of($"实施清单-{time.Today():yyyyMMdd}.xlsx", Sheets(db, wanted), ct);
    }

    /// <summary>Each sheet reads the items anew, a chunk at a time: memory stays small whatever their number.</summary>
    internal static IReadOnlyList<Sheet> Sheets(AppDb db, IReadOnlyList<Guid> wanted) => Template.Filled(
        group => Drafts(db, wanted).SelectMany(i => group.Read(i.Draft).Select(row => (IReadOnlyList<string>)[i.Code, .. row])),
        Drafts(db, wanted).Select(i => (IReadOnlyList<string>)[i.Code, .. ItemFields.All.Select(f => f.Read(i.Draft))]));

    private static IEnumerable<(string Code, ItemDraft Draft)> Drafts(AppDb db, IReadOnlyList<Guid> wanted) =>
        from ids in wanted.Chunk(Chunk)
        from item in db.ItemsWhole.AsNoTracking().Where(i => ids.Contains(i.Id)).OrderBy(i => i.HandlingCode).AsEnumerable()
        let version = item.Working ?? item.Published ?? item.Versions.MaxBy(v => v.Number)
        select (item.HandlingCode, version.Draft);
}
