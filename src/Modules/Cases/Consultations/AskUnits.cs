using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Consultations;

/// <summary>征求联审意见 — the lead unit asks one unit or several at once.</summary>
internal static class AskUnits
{
    private const string Path = "/desk/cases/{id:guid}/consultations";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, async (HttpContext http, Guid id, CaseDesk desk, AppDb db, CancellationToken ct) =>
            Page.Of<AskPage>(http, await View(http, await desk.Find(http, id, CasePermissions.Review, ct), desk, db, new()))).RequirePermission(CasePermissions.Review);
        app.MapPost(Path, Post).RequirePermission(CasePermissions.Review);
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, AppDb db, Writer writer, IdSource ids, CancellationToken ct)
    {
        var found = await desk.Find(http, id, CasePermissions.Review, ct);
        var (errors, question, act) = (new FormErrors(), http.Request.Text("question"), http.Act());
        var asked = form["units"].Select(u => u ?? "").Where(u => u.Length > 0).Distinct().ToList();
        var units = await db.UnitRefs.Select(u => u.Id).ToListAsync(ct);
        var chosen = units.Where(u => asked.Contains(u.Value)).ToList();
        var dated = DateOnly.TryParse(form["due"].FirstOrDefault(), out var due);
        Require(errors, "units", chosen.Count > 0, "请选择要征求意见的部门。");
        Require(errors, "question", question.Length > 0, "请写明要征求什么意见。");
        Require(errors, "due", dated && due >= act.Today, "请填写答复期限，不能早于今天。");
        if (errors.Count > 0)
        {
            return Page.Again<AskPage>(http, await View(http, found, desk, db, errors));
        }

        await writer.Write(act, http.IdempotencyKey, () =>
        {
            db.AddRange(chosen.Select(u => Consultation.Ask(ids.NewId(act.Now), found, u, question, due, act)));
            return Task.FromResult(true);
        }, ct);
        return Page.Then(http, $"/desk/cases/{id}", $"已向 {chosen.Count} 个部门征求意见。");
    }

    private static void Require(FormErrors errors, string field, bool met, string message)
    {
        if (!met)
        {
            errors.Add(field, message);
        }
    }

    private static async Task<AskView> View(HttpContext http, Case c, CaseDesk desk, AppDb db, FormErrors errors)
    {
        var units = await db.UnitRefs.Where(u => u.Id != c.Unit).OrderBy(u => u.Name).Select(u => new Choice(u.Id.Value, u.ShortName, null, null)).ToListAsync(http.RequestAborted);
        var ticked = http.Request.HasFormContentType ? http.Request.Form["units"].Select(u => u ?? "").ToList() : [];
        return new(await VerbPages.View(http, c, desk, errors, http.RequestAborted), units, ticked);
    }
}

public sealed record AskView(VerbView Case, IReadOnlyList<Choice> Units, IReadOnlyList<string> Ticked);
