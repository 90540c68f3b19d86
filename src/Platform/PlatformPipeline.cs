using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;
using Yimen.Platform.Codes;
using Yimen.Platform.Delivery;
using Yimen.Platform.Documents;
using Yimen.Platform.Figures;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Switches;

namespace Yimen.Platform;

/// <summary>The order in which a request passes the doors, after its county is known.</summary>
public static class PlatformPipeline
{
    public static void UsePlatform(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseRefusals();
        app.UseMetricsPage();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = KeepForEver });
        app.UseHeadRequests();
        app.UseRouting();
        app.UseSwitches(); // before anybody is asked who they are
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseOutputCache();
        app.UseRateLimiter(); // after the cache: a kept answer costs nothing
        app.UseFormGuard();
        app.UseAntiforgery();
    }

    public static void MapPlatform(this IEndpointRouteBuilder app)
    {
        app.MapIdentity();
        app.MapJournal();
        app.MapHttp();
        app.MapDocuments();
        app.MapFigures();
        app.MapDelivery();
        app.MapSwitches();
        CodeApi.Map(app);
    }

    // addresses of assets carry the release, so a browser never asks twice
    private static void KeepForEver(StaticFileResponseContext file) =>
        file.Context.Response.Headers.CacheControl = file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600";
}
