using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Cases.Filing;
using Yimen.Cases.Materials;
using Yimen.Kernel;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Correction;

/// <summary>What was asked of the applicant, and a place for each file.</summary>
/// <param name="Faulty">The material whose upload was refused.</param>
public sealed record AnswerView(Guid Id, string Item, IReadOnlyList<Flaw> Flaws, DateOnly AnswerBy, IReadOnlyList<UploadRow> Rows, Guid? Faulty, FormErrors Errors, string Accept, long MostMegabytes)
{
    /// <summary>申请内容 as it stands or was typed; null when the notice does not ask for it.</summary>
    public string? Request { get; init; }
}

/// <summary>网上补正 — the applicant uploads what was missing and hands it in.</summary>
internal static class AnswerCorrection
{
    /// <summary>Of a material that was asked for and came anew.</summary>
    public const string Again = "已重新上传";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/my/cases/{id:guid}/correction", async (HttpContext http, Guid id, MyCases mine, SupplyMaterials.Supplying supplying, CancellationToken ct) =>
            Page.Of<AnswerPage>(http, await View(http, await mine.Find(http, id, ct), null, supplying, new(), ct))).RequireAuthorization();
        app.MapPost("/my/cases/{id:guid}/correction", Post).RequireAuthorization();
        MaterialUpload.Raise(app.MapPost("/my/cases/{id:guid}/correction/{materialId:guid}", Upload).RequireAuthorization());
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, MyCases mine, SupplyMaterials.Supplying supplying, CancellationToken ct)
    {
        try
        {
            await mine.Change(http, id, supplying.Change(new(new HashSet<int>(), Supplied.RequestOf(http.Request)), ct), ct);
            return Page.Then(http, $"/my/cases/{id}", "补正已提交，办理单位会在规定期限内告知是否受理。");
        }
        catch (RuleViolation e) when (e.Code == Supplied.Nothing)
        {
            var errors = new FormErrors();
            errors.Add("", $"{e.Message}请先补交，再提交补正。");
            return Page.Again<AnswerPage>(http, await View(http, await mine.Find(http, id, ct), null, supplying, errors, ct));
        }
    }

    private static async Task<IResult> Upload(HttpContext http, Guid id, Guid materialId, IFormCollection form, MaterialUpload upload, MyCases mine, SupplyMaterials.Supplying supplying, CancellationToken ct)
    {
        try
        {
            await upload.Receive(http, id, materialId, form.Files.Count > 0 && form.Files[0].FileName.Length > 0 ? form.Files[0] : null, ct);
            return Page.Then(http, $"/my/cases/{id}/correction", "材料已上传，全部传完后请点“提交补正”。");
        }
        catch (RuleViolation e) when (e.Code.StartsWith("file-", StringComparison.Ordinal))
        {
            var found = await mine.Find(http, id, ct);
            var errors = new FormErrors();
            errors.Add($"file-{found.Materials.First(m => m.Id == materialId).Order}", e.Message);
            return Page.Again<AnswerPage>(http, await View(http, found, materialId, supplying, errors, ct));
        }
    }

    private static async Task<AnswerView> View(HttpContext http, Case c, Guid? faulty, SupplyMaterials.Supplying supplying, FormErrors errors, CancellationToken ct)
    {
        var open = c.OpenCorrection ?? throw new RuleViolation("no-correction", "没有等待补正的告知。");
        var (asked, fresh) = (open.Flaws.ToLookup(f => f.Material, f => f.What), await supplying.UploadedSince(c, open.At, ct));
        var rows = c.Materials.OrderByDescending(m => asked.Contains(m.Order)).ThenBy(m => m.Order)
            .Select(m => new UploadRow(m.Id, m.Order, m.Name, asked.Contains(m.Order), !asked.Contains(m.Order) ? "" : m.FileId is { } file && fresh.Contains(file) ? Again : "需要补正", 1, string.Join(" ", asked[m.Order]), m.FileId is null ? null : m.FileName, $"/my/cases/{c.Id}/correction/{m.Id}"));
        return new(c.Id, c.ItemName, open.Flaws, open.AnswerBy, [.. rows], faulty, errors, FileLimits.Material.Accept, FileLimits.Material.MostBytes >> 20)
        {
            Request = open.Flaws.Any(f => f.Material == 0) ? Supplied.RequestOf(http.Request) ?? c.Request : null,
        };
    }
}
