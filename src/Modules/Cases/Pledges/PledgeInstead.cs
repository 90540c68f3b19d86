using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Pledges;

/// <summary>以承诺代替 — online, before filing, the applicant reads the text and pledges instead of uploading the proof.</summary>
internal static class PledgeInstead
{
    private const string Path = "/my/cases/{id:guid}/materials/{materialId:guid}/pledge";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, async (HttpContext http, Guid id, Guid materialId, MyCases mine, AppDb db, CancellationToken ct) =>
            Page.Of<PledgeInsteadPage>(http, await View(http, await mine.Find(http, id, ct), materialId, db, new()))).RequireAuthorization();
        app.MapPost(Path, Post).RequireAuthorization();
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, Guid materialId, IFormCollection form, MyCases mine, AppDb db, CancellationToken ct)
    {
        var view = await View(http, await mine.Find(http, id, ct), materialId, db, new());
        if (form["agreed"] != "true")
        {
            view.Errors.Add("agreed", "请阅读全文后勾选，才能以承诺代替这份材料。");
            return Page.Again<PledgeInsteadPage>(http, view);
        }

        await mine.Change(http, id, new CaseChange((c, act, _) => c.PledgeInstead(materialId, act)), ct);
        return Page.Then(http, $"/my/cases/{id}/materials", "已以告知承诺代替这份材料，提交申请时生效。");
    }

    private static async Task<PledgeInsteadView> View(HttpContext http, Case c, Guid materialId, AppDb db, FormErrors errors)
    {
        CaseLifecycle.Table.After(c.State, CaseVerb.Save);
        var material = c.Materials.FirstOrDefault(m => m.Id == materialId) ?? throw new NotThere();
        var words = (await db.PledgeWordings(c.ItemId, http.Act().Today, http.RequestAborted)).GetValueOrDefault(material.Name)?.Words ?? throw new NotThere();
        return new(c.Id, materialId, c.ItemName, material.Name, words.Pledged, words.Checked, words.Consequence, errors);
    }
}

public sealed record PledgeInsteadView(Guid Id, Guid MaterialId, string Item, string Material, string Pledged, string Checked, string Consequence, FormErrors Errors);
