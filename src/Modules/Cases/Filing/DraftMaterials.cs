using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Cases.Materials;
using Yimen.Cases.Pledges;
using Yimen.Cases.Reuse;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Filing;

/// <summary>上传材料 — each material by itself, so that a broken line costs one file and not the form.</summary>
internal static class DraftMaterials
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/my/cases/{id:guid}/materials", Show).RequireAuthorization();
        MaterialUpload.Raise(app.MapPost("/my/cases/{id:guid}/materials/{materialId:guid}", Upload).RequireAuthorization());
        app.MapPost("/my/cases/{id:guid}/materials/{materialId:guid}/removal", Remove).RequireAuthorization();
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, MyCases mine, AppDb db, EarlierMaterials earlier, CancellationToken ct)
    {
        var found = await mine.Find(http, id, ct);
        return found.State != CaseState.Draft ? Page.Then(http, $"/my/cases/{id}") : Page.Of<MaterialsPage>(http, await View(http, found, (db, earlier), null, new()));
    }

    private static async Task<IResult> Upload(HttpContext http, Guid id, Guid materialId, IFormCollection form, MaterialUpload upload, MyCases mine, AppDb db, EarlierMaterials earlier, CancellationToken ct)
    {
        try
        {
            await upload.Receive(http, id, materialId, form.Files.Count > 0 && form.Files[0].FileName.Length > 0 ? form.Files[0] : null, ct);
            return Page.Then(http, $"/my/cases/{id}/materials", "材料已上传。");
        }
        catch (RuleViolation e) when (e.Code.StartsWith("file-", StringComparison.Ordinal))
        {
            var found = await mine.Find(http, id, ct);
            var errors = new FormErrors();
            errors.Add($"file-{found.Materials.First(m => m.Id == materialId).Order}", e.Message);
            return Page.Again<MaterialsPage>(http, await View(http, found, (db, earlier), materialId, errors));
        }
    }

    private static async Task<IResult> Remove(HttpContext http, Guid id, Guid materialId, MaterialUpload upload, CancellationToken ct)
    {
        await upload.Remove(http, id, materialId, ct);
        return Page.Then(http, $"/my/cases/{id}/materials", "材料已移除。");
    }

    private static async Task<MaterialsView> View(HttpContext http, Case c, (AppDb Db, EarlierMaterials Earlier) at, Guid? faulty, FormErrors errors)
    {
        var (ct, today) = (http.RequestAborted, http.Act().Today);
        var asked = (await at.Db.ItemVersionRefs.AsNoTracking().FirstAsync(v => v.Id == c.VersionId, ct)).Content.Materials;
        var before = (await at.Earlier.Of(c.ApplicantIndex, c.AccountId, today, ct)).ToDictionary(e => e.Name);
        var texts = await at.Db.PledgeWordings(c.ItemId, today, ct);
        return new(c.Id, c.ItemName, [.. c.Materials.OrderBy(m => m.Order).Select(m => Row(c, m, asked[m.Order - 1]) with { Earlier = before.GetValueOrDefault(m.Name), CanPledge = texts.ContainsKey(m.Name) })],
            faulty, errors, FileLimits.Material.Accept, FileLimits.Material.MostBytes >> 20);
    }

    private static UploadRow Row(Case c, CaseMaterial m, Material asked) =>
        new(m.Id, m.Order, m.Name, m.Required, asked.Need, asked.Copies, string.Join(" ", new[] { asked.Standard, asked.FillNote }.Where(t => t.Length > 0)),
            m.FileId is null ? null : m.FileName, $"/my/cases/{c.Id}/materials/{m.Id}")
        { Pledged = m.How == MaterialHow.Pledged };
}

/// <param name="File">The name of what was uploaded; null while nothing was.</param>
/// <param name="Href">Where it is sent to and opened from.</param>
public sealed record UploadRow(Guid Id, int Order, string Name, bool Required, string Need, int Copies, string Standard, string? File, string Href)
{
    /// <summary>沿用: what was handed in before.</summary>
    public EarlierMaterial? Earlier { get; init; }

    public bool CanPledge { get; init; }

    public bool Pledged { get; init; }

    public bool IsMet => File is not null || Pledged;
}

/// <param name="Faulty">The material whose upload was refused.</param>
public sealed record MaterialsView(Guid Id, string Item, IReadOnlyList<UploadRow> Rows, Guid? Faulty, FormErrors Errors, string Accept, long MostMegabytes)
{
    public int Missing => Rows.Count(r => r.Required && !r.IsMet);
}
