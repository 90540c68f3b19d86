using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Cases.Api;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Motions;

/// <summary>The end of a suspension as a program reports it.</summary>
/// <param name="Result">What came of it.</param>
public sealed record ResumptionInput([property: Required(ErrorMessage = "请填写结果。"), MaxLength(500, ErrorMessage = "结果不能超过 500 个字。")] string? Result);

/// <summary>恢复计时 — the result is there; counting resumes the next working day.</summary>
internal static class ResumeCase
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/resumption", (HttpContext http, Guid id, CaseDesk desk, CancellationToken ct) =>
            VerbPages.Show<ResumptionPage>(http, id, CaseVerb.Resume, CasePermissions.Review, desk, ct)).RequirePermission(CasePermissions.Review);
        app.MapPost("/desk/cases/{id:guid}/resumption", Post).RequirePermission(CasePermissions.Review);
        app.MapPost("/api/v1/cases/{id:guid}/resumption", (HttpContext http, Guid id, ResumptionInput input, CaseDesk desk, CancellationToken ct) =>
            desk.ChangeByApi(http, id, CasePermissions.Review, Change(input.Result!.Trim()), ct)).RequirePermission(CasePermissions.Review).Described("特别程序或挂起结束，恢复计时");
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, CancellationToken ct)
    {
        var result = http.Request.Text("result", 500);
        if (result.Length > 0)
        {
            return await VerbPages.Do(http, id, CasePermissions.Review, Change(result), desk, "已恢复计时，从下一个工作日起继续计算。", ct);
        }

        var errors = new FormErrors();
        errors.Add("result", "请填写结果，例如检测报告的结论。");
        return await VerbPages.Again<ResumptionPage>(http, id, CasePermissions.Review, errors, desk, ct);
    }

    private static CaseChange Change(string result) => new((c, act, clock) => c.Resume(result, act, clock));
}
