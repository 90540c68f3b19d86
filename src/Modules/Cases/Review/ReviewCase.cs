using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Cases.Api;
using Yimen.Cases.Approval;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Review;

/// <summary>An opinion as a program sends it.</summary>
/// <param name="Grant">Whether the reviewer proposes to grant.</param>
/// <param name="Opinion">What was found, up to 2,000 characters.</param>
public sealed record OpinionInput(
    [property: Required(ErrorMessage = "请填写 grant：true 拟准予，false 拟不予。")] bool? Grant,
    [property: Required(ErrorMessage = "请填写审查意见。"), MaxLength(2000, ErrorMessage = "审查意见不能超过 2000 个字。")] string? Opinion);

/// <summary>审查 — the reviewer's opinion and proposal go to the one who signs.</summary>
internal static class ReviewCase
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/review", Show).RequirePermission(CasePermissions.Review);
        app.MapPost("/desk/cases/{id:guid}/review", Post).RequirePermission(CasePermissions.Review);
        app.MapPost("/api/v1/cases/{id:guid}/review", (HttpContext http, Guid id, OpinionInput input, CaseDesk desk, CancellationToken ct) =>
            desk.ChangeByApi(http, id, CasePermissions.Review, Change(input.Grant!.Value, input.Opinion!), ct))
            .RequirePermission(CasePermissions.Review).Described("提交审查意见，转到签批");
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, CaseDesk desk, CancellationToken ct)
    {
        var found = await desk.Find(http, id, CasePermissions.Review, ct);
        var verb = found.Can(CaseVerb.TakeUp) ? CaseVerb.TakeUp : CaseVerb.Propose;
        return await VerbPages.Show<ReviewPage>(http, id, verb, CasePermissions.Review, desk, ct);
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, CancellationToken ct)
    {
        var (opinion, result) = (PhraseField.Read(http.Request, "opinion"), form["result"].FirstOrDefault());
        var errors = new FormErrors();
        if (result is not ("grant" or "deny"))
        {
            errors.Add("result", "请选择拟办结果。");
        }

        if (opinion.Length == 0)
        {
            errors.Add("opinion", "请填写审查意见。");
        }

        return errors.Count > 0
            ? await VerbPages.Again<ReviewPage>(http, id, CasePermissions.Review, errors, desk, ct)
            : await VerbPages.Do(http, id, CasePermissions.Review, Change(result == "grant", opinion), desk, "审查意见已提交，等待签批。", ct);
    }

    private static CaseChange Change(bool grant, string opinion) =>
        new((c, act, _) => c.Propose(grant, opinion, act)) { Typed = [new("审查意见", opinion, c => c.Opinions.Count == 0 ? null : c.Opinions[^1].Text)] };
}
