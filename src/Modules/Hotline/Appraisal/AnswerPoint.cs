using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yimen.Hotline.Api;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Appraisal;

/// <summary>Yes or no to an exclusion or an objection, with the words for it.</summary>
public sealed record AppraisalAnswerInput(
    [property: Required(ErrorMessage = "请填写 yes：是否同意。")] bool? Yes,
    [property: MaxLength(500, ErrorMessage = "说明不能超过 500 个字。")] string? Remark);

/// <summary>批准剔除 by the director, 答复申诉 by the hotline office — one page for both: what was asked, and the answer.</summary>
internal static class AnswerPoint
{
    private const int Most = 500;

    public static void Map(IEndpointRouteBuilder app)
    {
        Map(app, "objections", true, AppraisalPermissions.Keep, (desk, sheet, id, yes, act, ct) => desk.DecideObjection(sheet, id, yes, act, ct));
        Map(app, "exclusions", false, AppraisalPermissions.Allow, (desk, sheet, id, yes, act, ct) => desk.DecideExclusion(sheet, id, yes, act, ct));
    }

    private delegate Task Deciding(AppraisalDesk desk, AppraisalSheet sheet, Guid id, bool yes, Kernel.Act act, CancellationToken ct);

    private static void Map(IEndpointRouteBuilder app, string noun, bool objection, string permission, Deciding decide)
    {
        var one = $"{ListAppraisals.Here}/{{month}}/{noun}/{{id:guid}}";
        app.MapGet(one, async (HttpContext http, string month, Guid id, AppraisalReading reading, AppDb db, PermissionTable table, CancellationToken ct) =>
        {
            var view = View(http, await reading.Of(http, month, ct), id, objection, http.Visitor.May(table, permission), new());
            return Page.Of<AppraisalAnswerPage>(http, view with { OpensOrder = (await db.Orders.Opening(http.Visitor, table, [view.Point.OrderId], ct)).Count > 0 });
        }).RequirePermission(AppraisalPermissions.Read);
        app.MapPost(one, async (HttpContext http, string month, Guid id, IFormCollection form, AppraisalDesk desk, AppraisalReading reading, CancellationToken ct) =>
        {
            var (answer, remark, errors) = (http.Request.Text("answer", 10), http.Request.Text("remark", Most), new FormErrors());
            Check(answer, remark, objection, errors);
            var view = View(http, await reading.Of(http, month, ct), id, objection, true, errors);
            if (errors.Count > 0)
            {
                return Page.Again<AppraisalAnswerPage>(http, view);
            }

            await desk.Change(http, month, remark, (sheet, act) => decide(desk, sheet, id, answer == "yes", act, ct), ct);
            return Page.Then(http, $"{ListAppraisals.Here}/{month}", answer == "yes" ? "已同意，考核表已重新计算。" : "已答复。");
        }).RequirePermission(permission);
        app.MapPost($"/api/v1/appraisals/{{month}}/{noun}/{{id:guid}}", async Task<Ok<AppraisalView>> (HttpContext http, string month, Guid id, AppraisalAnswerInput input, AppraisalDesk desk, AppraisalReading reading, CancellationToken ct) =>
        {
            View(http, await reading.Of(http, month, ct), id, objection, true, new());
            await desk.Change(http, month, input.Remark, (sheet, act) => decide(desk, sheet, id, input.Yes!.Value, act, ct), ct);
            return TypedResults.Ok(await reading.Of(http, month, ct));
        }).RequirePermission(permission).Described(objection ? "答复考核申诉" : "批准考核剔除");
    }

    private static void Check(string answer, string remark, bool objection, FormErrors errors)
    {
        if (answer is not ("yes" or "no"))
        {
            errors.Add("answer", "请选择是否同意。");
        }

        if (remark.Length < 2 && (objection || answer == "no"))
        {
            errors.Add("remark", objection ? "答复申诉须写明理由。" : "不批准剔除须写明理由。");
        }
    }

    private static AppraisalAnswerView View(HttpContext http, AppraisalView sheet, Guid id, bool objection, bool may, FormErrors errors)
    {
        var point = (objection ? sheet.Objections : sheet.Exclusions).FirstOrDefault(p => p.Id == id) ?? throw new NotThere();
        var posted = http.Request.HasFormContentType;
        return new(sheet, point, objection, may && point.Answer is null, true, posted ? http.Request.Text("answer", 10) : "", posted ? http.Request.Text("remark", Most) : "", errors);
    }
}
