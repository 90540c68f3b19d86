using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Yimen.Platform.Http;

/// <summary>HEAD is answered as its GET, without the body (RFC 9110, 9.3.2): what watches a site or previews a link asks so, and a 405 would look to it like a page that is broken.</summary>
internal static class HeadRequests
{
    /// <summary>Before the routes, which know GET only.</summary>
    internal static IApplicationBuilder UseHeadRequests(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            return;
        }

        var wire = http.Response.Body;
        (http.Request.Method, http.Response.Body) = (HttpMethods.Get, Stream.Null);
        try
        {
            await next(http);
        }
        finally
        {
            (http.Request.Method, http.Response.Body) = (HttpMethods.Head, wire);
        }
    });
}
