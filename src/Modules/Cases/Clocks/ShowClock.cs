using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Kernel;
using Yimen.Platform.Identity;

namespace Yimen.Cases.Clocks;

/// <summary>逐日说明 of one case: sends its clock, with all its stops and its extension, to the page that explains.</summary>
internal static class ShowClock
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/clock", async (HttpContext http, Guid id, CaseDesk desk, CancellationToken ct) =>
            Go(http, await desk.Find(http, id, CasePermissions.Read, ct), await desk.Clock(http, ct))).RequirePermission(CasePermissions.Read);
        app.MapGet("/my/cases/{id:guid}/clock", async (HttpContext http, Guid id, MyCases mine, CancellationToken ct) => Go(http, await mine.Find(http, id, ct), await mine.Clock(ct))).RequireAuthorization();
    }

    /// <summary>The address that explains the case's present deadline.</summary>
    public static string HrefOf(Case c, LegalClock clock)
    {
        if (c.AcceptedOn is not { } start)
        {
            return c is { CompleteOn: { } complete, TellBy: { } tellBy } ? $"/calendar/explain?from={complete:yyyy-MM-dd}&days={clock.Consumed(complete, tellBy)}&kind=working" : "/calendar";
        }

        var stops = string.Concat(c.Suspensions.OrderBy(s => s.BeganOn).Select(s => $"&suspended={s.BeganOn:yyyy-MM-dd}..{s.EndedOn:yyyy-MM-dd};{Uri.EscapeDataString(s.Words)}"));
        var extra = c.ExtraDays == 0 ? "" : $"&extra={c.ExtraDays}";
        return $"/calendar/explain?from={start:yyyy-MM-dd}&days={c.Terms.PromisedDays}&kind={(c.Terms.PromisedKind == DayKind.Working ? "working" : "calendar")}{extra}{stops}";
    }

    private static IResult Go(HttpContext http, Case c, LegalClock clock) => Results.Redirect(http.Request.PathBase + HrefOf(c, clock));
}
