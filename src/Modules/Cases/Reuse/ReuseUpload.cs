using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Platform.Http;

namespace Yimen.Cases.Reuse;

/// <summary>沿用以前的材料 — online: one touch instead of another upload.</summary>
internal static class ReuseUpload
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/my/cases/{id:guid}/materials/{materialId:guid}/reuse", Post).RequireAuthorization();

    private static async Task<IResult> Post(HttpContext http, Guid id, Guid materialId, IFormCollection form, MyCases mine, EarlierMaterials earlier, CancellationToken ct)
    {
        var from = Guid.TryParse(form["from"].FirstOrDefault(), out var read) ? read : throw new NotThere();
        await mine.Change(http, id, new CaseChange(async (c, act, _) =>
        {
            CaseLifecycle.Table.After(c.State, CaseVerb.Save);
            var order = c.Materials.FirstOrDefault(m => m.Id == materialId)?.Order ?? throw new NotThere();
            await earlier.Use(c, order, from, act.By.AccountId, act, ct);
        }), ct);
        return Page.Then(http, $"/my/cases/{id}/materials", "已沿用以前的材料。");
    }
}
