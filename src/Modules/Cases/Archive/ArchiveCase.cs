using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Api;
using Yimen.Cases.Limits;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Documents;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Archive;

/// <summary>A file that is put away, as a program reports it.</summary>
public sealed record ArchiveInput(
    [property: Required(ErrorMessage = "请填写档号。"), MaxLength(40, ErrorMessage = "档号不能超过 40 个字符。")] string? FileNumber,
    [property: Required(ErrorMessage = "请填写存放位置。"), MaxLength(100, ErrorMessage = "存放位置不能超过 100 个字。")] string? Place,
    [property: Range(0, 9999, ErrorMessage = "页数应为 0 至 9999。")] int Leaves);

/// <summary>One line of the 卷内目录.</summary>
/// <param name="Kind">文书 or 材料.</param>
public sealed record FolderLine(int Order, string Kind, string Title, string Number, DateOnly? On, string? Href);

public sealed record ArchiveView(VerbView Case, IReadOnlyList<FolderLine> Lines, ArchiveFactView? Put, int Years);

public sealed record ArchiveFactView(string FileNumber, string Place, int Leaves, DateOnly KeepUntil, string By, DateTimeOffset At);

/// <summary>归档 — the folder's list, where the paper lies, how long it is kept; and the whole file as a package.</summary>
internal static class ArchiveCase
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/archive", Show).RequirePermission(CasePermissions.Read);
        app.MapPost("/desk/cases/{id:guid}/archive", Post).RequirePermission(CasePermissions.Archive);
        app.MapPost("/api/v1/cases/{id:guid}/archive", (HttpContext http, Guid id, ArchiveInput input, CaseDesk desk, Archiving archiving, CancellationToken ct) =>
            desk.ChangeByApi(http, id, CasePermissions.Archive, archiving.Change(input, ct), ct)).RequirePermission(CasePermissions.Archive).Described("归档");
        app.MapPost("/desk/cases/{id:guid}/archive/package", TakeOut).RequirePermission(CasePermissions.Archive);
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, CaseDesk desk, Archiving archiving, CancellationToken ct)
    {
        var found = await desk.Find(http, id, CasePermissions.Read, ct);
        if (found.Archive is null)
        {
            CaseLifecycle.Table.After(found.State, CaseVerb.Archive);
        }

        return Page.Of<ArchivePage>(http, await archiving.View(http, found, desk, new(), ct));
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, Archiving archiving, CancellationToken ct)
    {
        var (number, place) = (http.Request.Text("fileNumber", 40), http.Request.Text("place", 100));
        var errors = new FormErrors();
        if (number.Length == 0)
        {
            errors.Add("fileNumber", "请填写档号。");
        }

        if (place.Length == 0)
        {
            errors.Add("place", "请填写纸质材料的存放位置；没有纸质材料的写“无纸质”。");
        }

        if (!int.TryParse(http.Request.Text("leaves", 4), NumberStyles.None, CultureInfo.InvariantCulture, out var leaves))
        {
            errors.Add("leaves", "请填写页数，没有纸质材料的填 0。");
        }

        return await KeptForm.Try(errors,
            () => VerbPages.Do(http, id, CasePermissions.Archive, archiving.Change(new(number, place, leaves), ct), desk, "已归档。", ct),
            async status => Page.Of<ArchivePage>(http, await archiving.View(http, await desk.Find(http, id, CasePermissions.Archive, ct), desk, errors, ct), status),
            ("file-number", "fileNumber"));
    }

    // who takes a whole file out of the system says what for: the journal of the case keeps it, and the list of exports
    private static async Task<IResult> TakeOut(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, Archiving archiving, ArchivePackage package, ExportLog log, CancellationToken ct)
    {
        var (purpose, errors) = (http.Request.Text("purpose", 200), new FormErrors());
        if (purpose.Length < 2)
        {
            errors.Add("purpose", "请填写导出用途，2 至 200 字。");
            return Page.Again<ArchivePage>(http, await archiving.View(http, await desk.Find(http, id, CasePermissions.Archive, ct), desk, errors, ct));
        }

        var taken = await desk.Change(http, id, CasePermissions.Archive, new CaseChange((c, act, _) =>
        {
            c.TakeOut(act);
            return log.Note(act, new("档案包", $"受理编号={c.Number}", 1), purpose);
        })
        { Reason = purpose }, ct);
        return await package.Of(http, taken ?? await desk.Find(http, id, CasePermissions.Archive, ct), ct);
    }

    /// <summary>The use case that the form and the API share, and what the page shows.</summary>
    internal sealed class Archiving(AppDb db, DocumentRegister register)
    {
        public CaseChange Change(ArchiveInput input, CancellationToken ct) => new(async (Case c, Act act, LegalClock _) =>
        {
            var number = input.FileNumber!.Trim();
            if (await db.Set<CaseArchive>().AnyAsync(a => a.FileNumber == number && a.CaseId != c.Id, ct))
            {
                throw new RuleViolation("file-number", $"档号 {number} 已经用于另一件办件。");
            }

            c.PutAway(number, input.Place!.Trim(), input.Leaves, (await db.LimitsOn(act.Today, ct))[CaseLimitCode.Retention], act);
        });

        public async Task<ArchiveView> View(HttpContext http, Case c, CaseDesk desk, FormErrors errors, CancellationToken ct)
        {
            var put = c.Archive is { } a ? new ArchiveFactView(a.FileNumber, a.Place, a.Leaves, a.KeepUntil, a.ByName, a.At) : null;
            var years = (await db.LimitsOn(http.Act().Today, ct))[CaseLimitCode.Retention];
            return new(await VerbPages.View(http, c, desk, errors, ct), Folder.Of(c, await register.OfMatter(c.Ref, ct)), put, years);
        }
    }
}
