using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Identity;

namespace Yimen.Platform.Http;

/// <summary>Keeps the answer to anonymous GETs of a public page: one for each county, look, query, China day and version of the content (ruling 23).</summary>
public sealed class PublicPage : IOutputCachePolicy
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var cacheable = (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            && !http.Visitor.IsSignedIn
            && http.Request.Headers.Authorization.Count == 0
            && !http.Request.Cookies.ContainsKey(Frames.NoticeCookie); // the notice is for one pair of eyes
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = cacheable;
        if (!cacheable)
        {
            return;
        }

        var services = http.RequestServices;
        var county = services.GetRequiredService<CountyScope>().County;
        context.ResponseExpirationTimeSpan = KeptFor;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["county"] = county.Code;
        context.CacheVaryByRules.VaryByValues["look"] = $"{Look.SizeOf(http.Request)} {Look.IsDark(http.Request)}";
        context.CacheVaryByRules.VaryByValues["day"] = services.GetRequiredService<TimeProvider>().Today().ToString("O");
        context.CacheVaryByRules.VaryByValues["version"] = await services.GetRequiredService<CacheVersions>().Of(county, cancellation);
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <summary>What carries a cookie or says no-store (a page with a form) is nobody else's.</summary>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK
            || !StringValues.IsNullOrEmpty(response.Headers.SetCookie)
            || response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal))
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }
}

public static class PublicPages
{
    /// <summary>A public page: anyone may read it, and its answer is kept. It must hold no form that posts and nothing personal.</summary>
    public static TBuilder PublicPage<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.AllowAnonymous().CacheOutput(new PublicPage());
}
