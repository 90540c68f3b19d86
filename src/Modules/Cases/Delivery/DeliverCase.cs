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

namespace Yimen.Cases.Delivery;

/// <summary>Service of the decision as a program reports it.</summary>
/// <param name="Method">Direct, Post, Electronic, LeftBehind, Entrusted or Announced.</param>
/// <param name="Recipient">Who signed for it.</param>
/// <param name="Note">The tracking number, the witnesses, the consent, through whom or where.</param>
public sealed record DeliveryInput(
    [property: Required(ErrorMessage = "请填写送达方式。"), AllowedValues("Direct", "Post", "Electronic", "LeftBehind", "Entrusted", "Announced", ErrorMessage = "送达方式应为 Direct、Post、Electronic、LeftBehind、Entrusted 或 Announced。")] string? Method,
    [property: Required(ErrorMessage = "请填写签收人。"), MaxLength(50, ErrorMessage = "签收人不能超过 50 个字。")] string? Recipient,
    [property: MaxLength(200, ErrorMessage = "送达说明不能超过 200 个字。")] string? Note = null);

/// <summary>送达 — the applicant takes the decision; 行政许可法 第四十四条 gives ten days for it.</summary>
internal static class DeliverCase
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/delivery", (HttpContext http, Guid id, CaseDesk desk, CancellationToken ct) =>
            VerbPages.Show<DeliveryPage>(http, id, CaseVerb.Deliver, CasePermissions.Deliver, desk, ct)).RequirePermission(CasePermissions.Deliver);
        app.MapPost("/desk/cases/{id:guid}/delivery", Post).RequirePermission(CasePermissions.Deliver);
        app.MapPost("/api/v1/cases/{id:guid}/delivery", (HttpContext http, Guid id, DeliveryInput input, CaseDesk desk, CasePapers papers, CancellationToken ct) =>
            desk.ChangeByApi(http, id, CasePermissions.Deliver, Change((Method(input.Method)!.Value, input.Recipient!, input.Note?.Trim() ?? ""), papers, ct), ct))
            .RequirePermission(CasePermissions.Deliver).Described("登记送达");
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, CasePapers papers, CancellationToken ct)
    {
        var (method, recipient, note) = (Method(form["method"].FirstOrDefault()), http.Request.Text("recipient", 50), http.Request.Text("note", 200));
        var errors = new FormErrors();
        if (method is null)
        {
            errors.Add("method", "请选择送达方式。");
        }

        if (recipient.Length == 0)
        {
            errors.Add("recipient", "请填写签收人。");
        }

        if (method is DeliveryMethod.LeftBehind or DeliveryMethod.Entrusted or DeliveryMethod.Announced && note.Length == 0)
        {
            errors.Add("note", "留置、委托和公告送达须写明见证人、受托机关或者公告的时间和地点。");
        }

        return errors.Count > 0
            ? await VerbPages.Again<DeliveryPage>(http, id, CasePermissions.Deliver, errors, desk, ct)
            : await VerbPages.Do(http, id, CasePermissions.Deliver, Change((method!.Value, recipient, note), papers, ct), desk, "已登记送达，送达回证已生成。", ct);
    }

    private static CaseChange Change((DeliveryMethod Method, string Recipient, string Note) how, CasePapers papers, CancellationToken ct) => new(async (Case c, Act act, LegalClock _) =>
    {
        c.Deliver(how.Method, how.Recipient, act, how.Note);
        await papers.RecordService(c, act, ct);
    })
    { Typed = [new("签收人", how.Recipient, c => c.Delivery?.Recipient)] };

    private static DeliveryMethod? Method(string? text) => Enum.TryParse<DeliveryMethod>(text, out var method) && Enum.IsDefined(method) ? method : null;
}
