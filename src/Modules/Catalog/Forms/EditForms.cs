using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Api;
using Yimen.Catalog.Contracts;
using Yimen.Catalog.Editing;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Forms;

/// <summary>空白表格和样表 — the unit's editor lays files beside the materials of the open version, each by itself.</summary>
internal sealed class EditForms(AppDb db, Writer writer, FileStore store, IdSource ids)
{
    // more than the store takes, so that a file somewhat too large is refused in words beside its field
    private const long MostPosted = 48L << 20;

    private static readonly FileLimits Limits = FileLimits.Material with
    {
        Kinds = [FileKind.Pdf, FileKind.Docx, FileKind.Xlsx, FileKind.Ofd, FileKind.Doc, FileKind.Xls, FileKind.Jpeg, FileKind.Png],
    };

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/items/{id:guid}/forms", (Guid id, HttpContext http, EditForms slice, CancellationToken ct) =>
            slice.Show(http, id, null, new(), ct)).RequirePermission(Rights.Edit);
        Raise(app.MapPost("/desk/items/{id:guid}/forms/{order:int}/{kind}", (Guid id, int order, string kind, IFormCollection form, HttpContext http, EditForms slice, CancellationToken ct) =>
            slice.Post(http, new(id, order, KindOf(kind)), form, ct)).RequirePermission(Rights.Edit));
        app.MapPost("/desk/items/{id:guid}/forms/{order:int}/{kind}/removal", (Guid id, int order, string kind, IFormCollection form, HttpContext http, EditForms slice, CancellationToken ct) =>
            slice.Remove(http, new(id, order, KindOf(kind)), form, ct)).RequirePermission(Rights.Edit);
        Raise(app.MapPost("/api/v1/items/{id:guid}/forms/{order:int}/{kind}", (Guid id, int order, string kind, IFormFile? file, HttpContext http, EditForms slice, CancellationToken ct) =>
            slice.Answer(http, new(id, order, KindOf(kind)), file, ct)).RequirePermission(Rights.Edit).TakesMachineForms()
            .WithTags("事项").WithSummary("上传第 order 份材料的空白表格（blank-form）或样表（sample），可带 If-Match"));
    }

    /// <summary>How a kind stands in an address.</summary>
    public static string SlugOf(FormKind kind) => kind == FormKind.BlankForm ? "blank-form" : "sample";

    /// <summary>Files that a program's content speaks of and that were not handed in for this item.</summary>
    public static async Task<bool> Foreign(AppDb db, Guid item, ItemContent content, CancellationToken ct)
    {
        var named = MaterialFiles.Of(content).ToList();
        return named.Count > 0 && named.Except(await db.Set<StoredFile>().AsNoTracking().Where(f => f.MatterKind == "item" && f.MatterId == item)
            .Select(f => new MaterialFile(f.Id, f.Name, f.Size)).ToListAsync(ct)).Any();
    }

    private async Task<IResult> Show(HttpContext http, Guid id, FormPlace? faulty, FormErrors errors, CancellationToken ct)
    {
        var item = await db.Look(http, id, Rights.Edit, ct);
        var rows = item.Editable().Content.Materials.Select((m, i) => new FormRow(i + 1, m)).ToList();
        var view = new FormsView(id, item.Editable().Name, item.Trail.Count, EditItem.Pages(item, "forms"), rows, faulty, errors, Limits);
        return errors.Count > 0 ? Page.Again<FormsPage>(http, view) : Page.Of<FormsPage>(http, view);
    }

    private async Task<IResult> Post(HttpContext http, FormPlace place, IFormCollection form, CancellationToken ct)
    {
        try
        {
            await Lay(http, place, form.Files.FirstOrDefault(f => f.FileName.Length > 0), Words.VersionFrom(form["version"]), ct);
            return Page.Then(http, $"/desk/items/{place.Item}/forms", $"已上传{Label.Of(place.Kind)}。");
        }
        catch (RuleViolation e) when (e.Code.StartsWith("file-", StringComparison.Ordinal))
        {
            var errors = new FormErrors();
            errors.Add(place.Field, e.Message);
            return await Show(http, place.Item, place, errors, ct);
        }
    }

    private async Task<IResult> Remove(HttpContext http, FormPlace place, IFormCollection form, CancellationToken ct)
    {
        await Change(http, place, Words.VersionFrom(form["version"]), (_, _) => null, ct);
        return Page.Then(http, $"/desk/items/{place.Item}/forms", $"已移除{Label.Of(place.Kind)}。");
    }

    private async Task<IResult> Answer(HttpContext http, FormPlace place, IFormFile? file, CancellationToken ct)
    {
        await Lay(http, place, file, ItemsApi.Seen(http), ct);
        db.ChangeTracker.Clear();
        var item = await db.Look(http, place.Item, Rights.Read, ct);
        http.Response.Headers.ETag = ItemsApi.TagOf(item.Trail.Count);
        return Results.Ok(item.Body());
    }

    private async Task Lay(HttpContext http, FormPlace place, IFormFile? file, long? version, CancellationToken ct)
    {
        Find((await db.Look(http, place.Item, Rights.Edit, ct)).Editable(), place);
        await using var content = file?.OpenReadStream() ?? throw new RuleViolation("file-missing", "请先选择要上传的文件。");
        var received = await store.Receive(content, file.FileName, Limits, ct);
        await Change(http, place, version, (item, act) =>
        {
            var row = StoredFile.Of(ids.NewId(act.Now), received, item.Ref, act);
            db.Add(row);
            return new MaterialFile(row.Id, row.Name, row.Size);
        }, ct);
    }

    private Task Change(HttpContext http, FormPlace place, long? version, Func<Item, Act, MaterialFile?> file, CancellationToken ct)
    {
        var act = http.Act();
        return writer.Write(act, async () =>
        {
            var item = await db.Take(http, place.Item, Rights.Edit, version, ct);
            Find(item.Editable(), place);
            item.Edit(MaterialFiles.With(item.Editable().Draft, place.Order, place.Kind, file(item, act)), act);
        }, ct);
    }

    private static void Find(ItemVersion version, FormPlace place) => _ = place.Order >= 1 && place.Order <= version.Content.Materials.Count ? true : throw new NotThere();

    private static FormKind KindOf(string slug) => Enum.GetValues<FormKind>().Cast<FormKind?>().FirstOrDefault(k => SlugOf(k!.Value) == slug) ?? throw new NotThere();

    private static void Raise(IEndpointConventionBuilder endpoint) =>
        endpoint.WithMetadata(new RequestSizeLimitAttribute(MostPosted), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MostPosted });
}

/// <summary>Which file of which material of which item.</summary>
public sealed record FormPlace(Guid Item, int Order, FormKind Kind)
{
    public string Field => $"file-{Order}-{EditForms.SlugOf(Kind)}";

    public string Action => $"/desk/items/{Item}/forms/{Order}/{EditForms.SlugOf(Kind)}";
}

/// <summary>A material with its place in the list.</summary>
public sealed record FormRow(int Order, Material Material);

/// <param name="Faulty">The place whose upload was refused.</param>
public sealed record FormsView(Guid Id, string Name, long Version, IReadOnlyList<TabLink> Tabs, IReadOnlyList<FormRow> Rows, FormPlace? Faulty, FormErrors Errors, FileLimits Limits)
{
    public string Href => $"/desk/items/{Id}";
}
