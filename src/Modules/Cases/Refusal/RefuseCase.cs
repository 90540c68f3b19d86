using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Cases.Api;
using Yimen.Cases.Papers;
using Yimen.Kernel;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Refusal;

/// <summary>A refusal as a program sends it.</summary>
/// <param name="NotRequired">True: no permission is needed at all (不受理); false: 不予受理.</param>
/// <param name="Reason">Written into the notice.</param>
/// <param name="Body">The body whose power it is, where that is the reason.</param>
public sealed record RefusalInput(
    bool NotRequired,
    [property: Required(ErrorMessage = "请填写不予受理的理由。"), MaxLength(500, ErrorMessage = "理由不能超过 500 个字。")] string? Reason,
    [property: MaxLength(100, ErrorMessage = "机关名称不能超过 100 个字。")] string? Body);

/// <summary>不予受理 — the unit says no at the door, in writing, with reasons and remedies, and points to the right body.</summary>
internal static class RefuseCase
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/refusal", (HttpContext http, Guid id, CaseDesk desk, CancellationToken ct) =>
            VerbPages.Show<RefusalPage>(http, id, CaseVerb.Refuse, CasePermissions.Refuse, desk, ct)).RequirePermission(CasePermissions.Refuse);
        app.MapPost("/desk/cases/{id:guid}/refusal", Post).RequirePermission(CasePermissions.Refuse);
        app.MapPost("/api/v1/cases/{id:guid}/refusal", (HttpContext http, Guid id, RefusalInput input, CaseDesk desk, CasePapers papers, CancellationToken ct) =>
            desk.ChangeByApi(http, id, CasePermissions.Refuse, Change(input.NotRequired, input.Reason!.Trim(), input.Body?.Trim() ?? "", papers, ct), ct))
            .RequirePermission(CasePermissions.Refuse).Described("不受理或不予受理，须有理由，通知书随即生成");
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, CasePapers papers, CancellationToken ct)
    {
        var (kind, reason, body) = (form["kind"].FirstOrDefault(), http.Request.Text("reason", 500), http.Request.Text("body", 100));
        var errors = new FormErrors();
        if (kind is not ("not-required" or "not-ours" or "other"))
        {
            errors.Add("kind", "请选择不予受理的情形。");
        }

        if (reason.Length == 0)
        {
            errors.Add("reason", "请填写理由，会写入通知书。");
        }

        if (kind == "not-ours" && body.Length == 0)
        {
            errors.Add("body", "请写明应当向哪个机关申请。");
        }

        return errors.Count > 0
            ? await VerbPages.Again<RefusalPage>(http, id, CasePermissions.Refuse, errors, desk, ct)
            : await VerbPages.Do(http, id, CasePermissions.Refuse, Change(kind == "not-required", reason, kind == "not-ours" ? body : "", papers, ct), desk, "已作出不予受理决定，通知书已生成。", ct);
    }

    private static CaseChange Change(bool notRequired, string reason, string body, CasePapers papers, CancellationToken ct) => new(async (Case c, Act act, LegalClock _) =>
    {
        c.Refuse(notRequired, reason, body, act);
        await papers.TellRefusal(c, act, ct);
    });
}
