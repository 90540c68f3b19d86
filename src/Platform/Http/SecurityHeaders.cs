using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Yimen.Platform.Identity;

namespace Yimen.Platform.Http;

/// <summary>What every answer tells the browser to refuse (ruling 24). Set when the answer starts, since an error page clears what was set before.</summary>
public static class SecurityHeaders
{
    // the loopback bridge to card reader, scanner and printer at the counter, which only the desk's pages speak to
    private const string WithBridge = "connect-src 'self' ws://127.0.0.1:*; ";

    private const string Strict =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    internal static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(Set, http);
        return next(http);
    });

    /// <summary>For a page that cannot live with the strict policy: replaces it for this answer.</summary>
    internal static void AllowInline(this HttpContext http, string nonce) => http.Items[typeof(SecurityHeaders)] =
        Strict.Replace("script-src 'self'", $"script-src 'self' 'nonce-{nonce}'").Replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

    /// <summary>For what is no page of ours: a file that somebody handed in.</summary>
    internal static void UsePolicy(this HttpContext http, string policy) =>
        (http.Items[typeof(SecurityHeaders)], http.Response.Headers.ContentSecurityPolicy) = (policy, policy);

    private static Task Set(object state)
    {
        var http = (HttpContext)state;
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = http.Items[typeof(SecurityHeaders)] as string ?? (http.Request.Path.StartsWithSegments("/desk") ? Strict.Replace("connect-src 'self'; ", WithBridge) : Strict);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(self), microphone=(self), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (http.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        if (headers.CacheControl.Count == 0)
        {
            // what one person saw is not for the next at the same machine
            headers.CacheControl = http.Visitor.IsSignedIn ? "no-store" : "no-cache";
        }

        return Task.CompletedTask;
    }
}
