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

namespace Yimen.Cases.OneSitting;

/// <summary>One sitting as a program reports it.</summary>
/// <param name="Opinion">What was found, up to 2,000 characters.</param>
/// <param name="Recipient">Who took the decision on the spot; empty when it waits to be served.</param>
public sealed record SittingInput(
    [property: Required(ErrorMessage = "请填写办理意见。"), MaxLength(2000, ErrorMessage = "办理意见不能超过 2000 个字。")] string? Opinion,
    [property: MaxLength(50, ErrorMessage = "签收人不能超过 50 个字。")] string? Recipient);

/// <summary>即办件一次办结: accepted, reviewed, decided and handed over while the applicant waits.</summary>
internal static class FinishAtOnce
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/sitting", (HttpContext http, Guid id, CaseDesk desk, CancellationToken ct) =>
            VerbPages.Show<SittingPage>(http, id, CaseVerb.Accept, CasePermissions.OneSitting, desk, ct)).RequirePermission(CasePermissions.OneSitting);
        app.MapPost("/desk/cases/{id:guid}/sitting", Post).RequirePermission(CasePermissions.OneSitting);
        app.MapPost("/api/v1/cases/{id:guid}/sitting", (HttpContext http, Guid id, SittingInput input, CaseDesk desk, Sitting sitting, CancellationToken ct) =>
            desk.ChangeByApi(http, id, CasePermissions.OneSitting, sitting.Change(input.Opinion!, input.Recipient?.Trim() ?? "", ct), ct))
            .RequirePermission(CasePermissions.OneSitting).Described("授权即办：受理、审查、准予一次完成，给出签收人则同时送达");
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, Sitting sitting, CancellationToken ct)
    {
        var (opinion, recipient) = (http.Request.Text("opinion"), http.Request.Text("recipient", 50));
        var errors = new FormErrors();
        if (opinion.Length == 0)
        {
            errors.Add("opinion", "请填写办理意见。");
        }

        if (errors.Count > 0)
        {
            return await VerbPages.Again<SittingPage>(http, id, CasePermissions.OneSitting, errors, desk, ct);
        }

        var notice = recipient.Length > 0 ? "已当场办结并送达。" : "已当场办结，等待送达。";
        return await VerbPages.Do(http, id, CasePermissions.OneSitting, sitting.Change(opinion, recipient, ct), desk, notice, ct);
    }

    /// <summary>The use case that the form and the API share: all steps, the document and, with a recipient, its service.</summary>
    internal sealed class Sitting(AppDb db, CasePapers papers)
    {
        public CaseChange Change(string opinion, string recipient, CancellationToken ct) => new(async (Case c, Act act, LegalClock clock) =>
        {
            c.DecideAtOnce(opinion, act, clock, (await db.LimitsOn(act.Today, ct)).Days(CaseLimitCode.Delivery));
            await papers.IssueDecision(c, act, ct);
            if (recipient.Length > 0)
            {
                c.Deliver(DeliveryMethod.Direct, recipient, act);
                await papers.RecordService(c, act, ct);
            }
        });
    }
}
