using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Platform.Identity;

namespace Yimen.Cases.Acceptance;

/// <summary>受理 — the promised period starts with this day.</summary>
internal static class AcceptCase
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/acceptance", (HttpContext http, Guid id, CaseDesk desk, CancellationToken ct) =>
            VerbPages.Show<AcceptancePage>(http, id, CaseVerb.Accept, CasePermissions.Accept, desk, ct)).RequirePermission(CasePermissions.Accept);
        app.MapPost("/desk/cases/{id:guid}/acceptance", (HttpContext http, Guid id, IFormCollection form, CaseDesk desk, CancellationToken ct) =>
            VerbPages.Do(http, id, CasePermissions.Accept, Change, desk, "已受理，承诺时限从次日起算。", ct)).RequirePermission(CasePermissions.Accept);
        app.MapPost("/api/v1/cases/{id:guid}/acceptance", async (HttpContext http, Guid id, CaseDesk desk, CancellationToken ct) =>
        {
            await desk.Change(http, id, CasePermissions.Accept, Change with { Version = http.Request.SeenVersion }, ct);
            return TypedResults.NoContent();
        }).RequirePermission(CasePermissions.Accept);
    }

    private static readonly CaseChange Change = new((c, act, clock) => c.Accept(act, clock));
}
