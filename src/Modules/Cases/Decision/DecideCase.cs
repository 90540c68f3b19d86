using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Cases.Api;
using Yimen.Cases.Approval;
using Yimen.Cases.Limits;
using Yimen.Cases.Papers;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Decision;

/// <summary>A decision as a program sends it.</summary>
/// <param name="Granted">准予 or 不予.</param>
/// <param name="Reason">Required for a denial.</param>
public sealed record DecisionInput(
    [property: Required(ErrorMessage = "请填写 granted：true 准予，false 不予。")] bool? Granted,
    [property: MaxLength(2000, ErrorMessage = "理由不能超过 2000 个字。")] string? Reason);

/// <summary>签批 — the unit's head grants or denies, or sends the case back.</summary>
internal static class DecideCase
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/decision", (HttpContext http, Guid id, CaseDesk desk, CancellationToken ct) =>
            VerbPages.Show<DecisionPage>(http, id, CaseVerb.Grant, CasePermissions.Decide, desk, ct)).RequirePermission(CasePermissions.Decide);
        app.MapPost("/desk/cases/{id:guid}/decision", Post).RequirePermission(CasePermissions.Decide);
        app.MapPost("/api/v1/cases/{id:guid}/decision", (HttpContext http, Guid id, DecisionInput input, CaseDesk desk, Deciding deciding, CancellationToken ct) =>
            desk.ChangeByApi(http, id, CasePermissions.Decide, deciding.Change(input.Granted!.Value, ct) with { Reason = input.Reason }, ct))
            .RequirePermission(CasePermissions.Decide).Described("准予或不予；不予须有理由，决定文书随即生成");
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, Deciding deciding, CancellationToken ct)
    {
        var (result, reason) = (form["result"].FirstOrDefault(), PhraseField.Read(http.Request, "reason"));
        var errors = new FormErrors();
        if (result is not ("grant" or "deny" or "back"))
        {
            errors.Add("result", "请选择签批结果。");
        }
        else if (result != "grant" && reason.Length == 0)
        {
            errors.Add("reason", result == "deny" ? "不予许可须说明理由（行政许可法第三十八条）。" : "退回重审须写明需要重新审查的内容。");
        }

        if (errors.Count > 0)
        {
            return await VerbPages.Again<DecisionPage>(http, id, CasePermissions.Decide, errors, desk, ct);
        }

        var change = (result == "back" ? new CaseChange((c, act, _) => c.SendBack(act)) : deciding.Change(result == "grant", ct)) with { Reason = reason, Typed = [new("签批意见", reason, c => c.Decision?.Reason)] };
        return await VerbPages.Do(http, id, CasePermissions.Decide, change, desk, result == "back" ? "已退回重审。" : "已作出决定，文书已生成，等待送达。", ct);
    }

    /// <summary>The use case that the form and the API share: the decision, and its document with it.</summary>
    internal sealed class Deciding(AppDb db, CasePapers papers)
    {
        public CaseChange Change(bool grant, CancellationToken ct) => new(async (Case c, Act act, LegalClock clock) =>
        {
            c.Decide(grant, act, clock, (await db.LimitsOn(act.Today, ct)).Days(CaseLimitCode.Delivery));
            await papers.IssueDecision(c, act, ct);
        });
    }
}
