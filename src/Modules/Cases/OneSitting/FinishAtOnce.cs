using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Cases.Decision;
using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.OneSitting;

/// <summary>即办件一次办结: accepted, reviewed, decided and handed over while the applicant waits.</summary>
internal static class FinishAtOnce
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/sitting", (HttpContext http, Guid id, CaseDesk desk, CancellationToken ct) =>
            VerbPages.Show<SittingPage>(http, id, CaseVerb.Accept, CasePermissions.OneSitting, desk, ct)).RequirePermission(CasePermissions.OneSitting);
        app.MapPost("/desk/cases/{id:guid}/sitting", Post).RequirePermission(CasePermissions.OneSitting);
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, DecisionPapers papers, CancellationToken ct)
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

        var change = new CaseChange(async (Case c, Act act, LegalClock clock) =>
        {
            c.DecideAtOnce(opinion, act, clock);
            await papers.Issue(c, act, ct);
            if (recipient.Length > 0)
            {
                c.Deliver(DeliveryMethod.Direct, recipient, act);
            }
        });
        return await VerbPages.Do(http, id, CasePermissions.OneSitting, change, desk, recipient.Length > 0 ? "已当场办结并送达。" : "已当场办结，等待送达。", ct);
    }
}
