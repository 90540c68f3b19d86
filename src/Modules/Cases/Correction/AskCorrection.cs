using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Cases.Api;
using Yimen.Cases.Limits;
using Yimen.Cases.Papers;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Correction;

/// <summary>A correction notice as a program sends it.</summary>
/// <param name="Flaws">Everything that is missing or wrong, at once.</param>
public sealed record CorrectionInput([property: Required(ErrorMessage = "请写明需要补正的内容。"), MinLength(1, ErrorMessage = "请至少写明一项需要补正的内容。")] IReadOnlyList<Flaw>? Flaws);

/// <summary>What the page shows: the verb's view and a line for each material.</summary>
public sealed record CorrectionView(VerbView Case, IReadOnlyList<FlawRow> Rows, bool Late);

/// <param name="Text">What was typed.</param>
public sealed record FlawRow(int Order, string Name, string How, string Text);

/// <summary>一次性补正告知 — everything at once, in writing; before acceptance the clock stands until the answer.</summary>
internal static class AskCorrection
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/corrections", Show).RequirePermission(CasePermissions.Accept);
        app.MapPost("/desk/cases/{id:guid}/corrections", Post).RequirePermission(CasePermissions.Accept);
        app.MapPost("/api/v1/cases/{id:guid}/corrections", (HttpContext http, Guid id, CorrectionInput input, CaseDesk desk, Asking asking, CancellationToken ct) =>
            desk.ChangeByApi(http, id, CasePermissions.Accept, asking.Change([.. input.Flaws!], ct), ct)).RequirePermission(CasePermissions.Accept).Described("一次性告知需要补正的全部内容");
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, CaseDesk desk, CancellationToken ct)
    {
        var found = await desk.Find(http, id, CasePermissions.Accept, ct);
        if (found.State != Contracts.CaseState.Reviewing)
        {
            CaseLifecycle.Table.After(found.State, CaseVerb.AskCorrection);
        }

        return Page.Of<CorrectionPage>(http, await View(http, found, desk, new(), ct));
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, Asking asking, CancellationToken ct)
    {
        var found = await desk.Find(http, id, CasePermissions.Accept, ct);
        var errors = new FormErrors();
        var flaws = FlawForm.Read(http.Request, found, errors);
        return errors.Count > 0
            ? Page.Again<CorrectionPage>(http, await View(http, found, desk, errors, ct))
            : await VerbPages.Do(http, id, CasePermissions.Accept, asking.Change(flaws, ct), desk, $"已告知申请人补正 {flaws.Count} 项内容，告知书已生成。", ct);
    }

    private static async Task<CorrectionView> View(HttpContext http, Case c, CaseDesk desk, FormErrors errors, CancellationToken ct) =>
        new(await VerbPages.View(http, c, desk, errors, ct), FlawForm.Rows(http.Request, c), c.State == Contracts.CaseState.Reviewing);

    /// <summary>The use case that the form and the API share: the notice, its document, the letter.</summary>
    internal sealed class Asking(AppDb db, CasePapers papers, IdSource ids)
    {
        public CaseChange Change(IReadOnlyList<Flaw> flaws, CancellationToken ct) => new(async (Case c, Act act, LegalClock clock) =>
        {
            var answer = (await db.LimitsOn(act.Today, ct)).Days(CaseLimitCode.CorrectionAnswer);
            var asked = c.AskCorrection(ids.NewId(act.Now), flaws, act, clock, answer);
            await papers.TellCorrection(c, asked, act, ct);
        });
    }
}
