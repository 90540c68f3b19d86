using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Cases.HandingIn;
using Yimen.Cases.Materials;
using Yimen.Cases.Papers;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Deferrals;

/// <summary>网上补交 — the applicant uploads a material that was promised for later.</summary>
internal static class UploadOwed
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/my/cases/{id:guid}/deferrals/{order:int}", Show).RequireAuthorization();
        MaterialUpload.Raise(app.MapPost("/my/cases/{id:guid}/deferrals/{order:int}", Post).RequireAuthorization());
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, int order, MyCases mine, CancellationToken ct) =>
        Page.Of<UploadOwedPage>(http, View(await mine.Filed(http, id, ct), order, new()));

    private static async Task<IResult> Post(HttpContext http, Guid id, int order, IFormCollection form, MyCases mine, Receiving receiving, CancellationToken ct)
    {
        try
        {
            await receiving.Receive(http, id, order, form.Files.Count > 0 && form.Files[0].FileName.Length > 0 ? form.Files[0] : null, ct);
            return Page.Then(http, $"/my/cases/{id}", "材料已补交，可以在本页查看材料接收凭证。");
        }
        catch (RuleViolation e) when (e.Code.StartsWith("file-", StringComparison.Ordinal))
        {
            var errors = new FormErrors();
            errors.Add("file", e.Message);
            return Page.Again<UploadOwedPage>(http, View(await mine.Filed(http, id, ct), order, errors));
        }
    }

    private static UploadOwedView View(Case c, int order, FormErrors errors)
    {
        var owed = c.Deferrals.FirstOrDefault(d => d.Order == order && d.SuppliedOn is null) ?? throw new NotThere();
        return new(c.Id, c.ItemName, c.Number, order, owed.Name, owed.Due, FileLimits.Material.Accept, errors);
    }

    /// <summary>Stores the file and calls the verb.</summary>
    internal sealed class Receiving(AppDb db, MyCases mine, FileStore store, IdSource ids, CasePapers papers)
    {
        public async Task Receive(HttpContext http, Guid caseId, int order, IFormFile? file, CancellationToken ct)
        {
            if ((await mine.Filed(http, caseId, ct)).Deferrals.All(d => d.Order != order || d.SuppliedOn is not null))
            {
                throw new NotThere();
            }

            if (file is null)
            {
                throw new RuleViolation("file-missing", "请先选择要上传的文件。");
            }

            await using var content = file.OpenReadStream();
            var received = await store.Receive(content, file.FileName, FileLimits.Material, ct);
            await mine.Change(http, caseId, new CaseChange(async (Case c, Act act, LegalClock _) =>
            {
                var row = StoredFile.Of(ids.NewId(act.Now), received, c.Ref, act);
                db.Add(row);
                c.MakeUp(order, row.Id, received.Name, act);
                await papers.TellReceived(c, "容缺补交", [ReceivedMaterial.Of(c.Materials.First(m => m.Order == order))], act, ct);
            }), ct);
        }
    }
}

public sealed record UploadOwedView(Guid Id, string Item, string Number, int Order, string Material, DateOnly? Due, string Accept, FormErrors Errors);
