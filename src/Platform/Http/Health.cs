using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Counties;

namespace Yimen.Platform.Http;

/// <summary>Whether the process lives, and whether it can do its work: every database is reachable and of this release.</summary>
internal static class Health
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Json(new { status = "ok" })).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/health/ready", Ready).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> Ready(Installation installation, CountyDirectory counties, CancellationToken ct)
    {
        var faults = new Dictionary<string, string>();
        await Ask("house", installation.OpenHouse());
        foreach (var county in counties.All)
        {
            await Ask(county.Code, county.OpenDb());
        }

        return faults.Count == 0
            ? Results.Json(new { status = "ok", counties = counties.All.Count })
            : Results.Json(new { status = "unready", faults }, statusCode: StatusCodes.Status503ServiceUnavailable);

        async Task Ask(string name, DbContext db)
        {
            await using var closing = db;
            if (await FaultOf(db, ct) is { } fault)
            {
                faults[name] = fault;
            }
        }
    }

    // the address of a database is nobody's business: the kind of fault is enough, the log has the rest
    private static async Task<string?> FaultOf(DbContext db, CancellationToken ct)
    {
        try
        {
            return (await db.Database.GetPendingMigrationsAsync(ct)).Any() ? "migrations pending" : null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return "unreachable";
        }
    }
}
