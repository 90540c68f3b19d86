using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Marks;

/// <summary>圈注材料 — the reviewer names the page and the spot that is wrong; on a picture a click fills the spot in.</summary>
internal static class MarkMaterial
{
    private const string Path = "/desk/cases/{id:guid}/materials/{materialId:guid}/marks";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, async (HttpContext http, Guid id, Guid materialId, CaseDesk desk, AppDb db, CancellationToken ct) =>
            Page.Of<MarksPage>(http, await View(http, await desk.Find(http, id, PaperPermissions.MarkMaterial, ct), materialId, db, new()))).RequirePermission(PaperPermissions.MarkMaterial);
        app.MapPost(Path, Post).RequirePermission(PaperPermissions.MarkMaterial);
        app.MapPost(Path + "/{markId:guid}/removal", async (HttpContext http, Guid id, Guid materialId, Guid markId, CaseDesk desk, CancellationToken ct) =>
        {
            await desk.Change(http, id, PaperPermissions.MarkMaterial, new CaseChange((c, act, _) => c.Unmark(markId, act)), ct);
            return Page.Then(http, $"/desk/cases/{id}/materials/{materialId}/marks", "已擦去。");
        }).RequirePermission(PaperPermissions.MarkMaterial);
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, Guid materialId, CaseDesk desk, AppDb db, IdSource ids, CancellationToken ct)
    {
        var found = await desk.Find(http, id, PaperPermissions.MarkMaterial, ct);
        var material = found.Materials.FirstOrDefault(m => m.Id == materialId) ?? throw new NotThere();
        var (errors, words) = (new FormErrors(), http.Request.Text("words", MaterialMark.Longest));
        var (page, x, y) = (Whole(http, "page", 1, 999, errors), Whole(http, "x", 0, 100, errors, optional: true), Whole(http, "y", 0, 100, errors, optional: true));
        if (words.Length == 0)
        {
            errors.Add("words", "请写明哪里不对、怎样改正。");
        }

        if (errors.Count > 0)
        {
            return Page.Again<MarksPage>(http, await View(http, found, materialId, db, errors));
        }

        await desk.Change(http, id, PaperPermissions.MarkMaterial, new CaseChange((c, act, _) => c.Mark(new MaterialMark
        {
            Id = ids.NewId(act.Now), Order = material.Order, Page = page!.Value, X = x, Y = y, Words = words, ByName = act.By.Name, At = act.Now,
        }, act)), ct);
        return Page.Then(http, $"/desk/cases/{id}/materials/{materialId}/marks", "已圈注，制作补正告知时会带出。");
    }

    private static int? Whole(HttpContext http, string field, int least, int most, FormErrors errors, bool optional = false)
    {
        var text = http.Request.Form[field].FirstOrDefault()?.Trim() ?? "";
        if (text.Length == 0 && optional)
        {
            return null;
        }

        if (int.TryParse(text, out var value) && value >= least && value <= most)
        {
            return value;
        }

        errors.Add(field, $"请填写 {least} 至 {most} 的整数。");
        return null;
    }

    private static async Task<MarksView> View(HttpContext http, Case c, Guid materialId, AppDb db, FormErrors errors)
    {
        var material = c.Materials.FirstOrDefault(m => m.Id == materialId) ?? throw new NotThere();
        var media = await db.Set<StoredFile>().Where(f => f.Id == material.FileId).Select(f => f.MediaType).FirstOrDefaultAsync(http.RequestAborted);
        var form = http.Request.HasFormContentType ? http.Request.Form : null;
        string Typed(string field, string otherwise = "") => form?[field].FirstOrDefault() ?? otherwise;
        return new(c.Id, materialId, c.Number, c.ItemName, material.Name, material.FileId is null ? null : $"/desk/cases/{c.Id}/materials/{materialId}", media?.StartsWith("image/", StringComparison.Ordinal) == true,
            [.. c.Marks.Where(m => m.Order == material.Order).OrderBy(m => m.Page).ThenBy(m => m.At).Select((m, i) => new MarkRow(m.Id, i + 1, m.Page, m.X, m.Y, m.InWords, m.ByName))],
            new(Typed("page", "1"), Typed("x"), Typed("y"), Typed("words")), c.ClosedOn is null, errors);
    }
}

public sealed record MarkRow(Guid Id, int Number, int Page, int? X, int? Y, string Words, string By);

public sealed record MarkInput(string Page, string X, string Y, string Words);

/// <param name="Picture">The file can be shown with the marks on it; other kinds are opened beside.</param>
public sealed record MarksView(Guid CaseId, Guid MaterialId, string Number, string Item, string Material, string? File, bool Picture, IReadOnlyList<MarkRow> Marks, MarkInput Input, bool Open, FormErrors Errors)
{
    public string Href => $"/desk/cases/{CaseId}/materials/{MaterialId}/marks";
}
