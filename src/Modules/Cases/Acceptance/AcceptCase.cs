using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Cases.Api;
using Yimen.Cases.Papers;
using Yimen.Kernel;
using Yimen.Platform.Identity;

namespace Yimen.Cases.Acceptance;

/// <summary>受理 — the promised period starts with this day, and the applicant is told in writing.</summary>
internal static class AcceptCase
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/acceptance", (HttpContext http, Guid id, CaseDesk desk, CancellationToken ct) =>
            VerbPages.Show<AcceptancePage>(http, id, CaseVerb.Accept, CasePermissions.Accept, desk, ct)).RequirePermission(CasePermissions.Accept);
        app.MapPost("/desk/cases/{id:guid}/acceptance", (HttpContext http, Guid id, IFormCollection form, CaseDesk desk, CasePapers papers, CancellationToken ct) =>
            VerbPages.Do(http, id, CasePermissions.Accept, Change(papers, ct), desk, "已受理，承诺时限从次日起算。受理通知书已生成。", ct)).RequirePermission(CasePermissions.Accept);
        app.MapPost("/api/v1/cases/{id:guid}/acceptance", (HttpContext http, Guid id, CaseDesk desk, CasePapers papers, CancellationToken ct) =>
            desk.ChangeByApi(http, id, CasePermissions.Accept, Change(papers, ct), ct)).RequirePermission(CasePermissions.Accept).Described("受理一件办件");
    }

    internal static CaseChange Change(CasePapers papers, CancellationToken ct) => new(async (Case c, Act act, LegalClock clock) =>
    {
        c.Accept(act, clock);
        await papers.TellAcceptance(c, act, ct);
    });
}
