using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Limits;

namespace Yimen.Platform.Http;

/// <summary>The manners of the web: limits, caches, descriptions, health.</summary>
internal static class HttpServices
{
    internal static IServiceCollection AddHttp(this IServiceCollection services, IConfiguration settings)
    {
        services.AddExceptionHandler<Refusals>();
        services.AddProblemDetails();
        services.AddJsonRules();
        services.AddSingleton<CacheVersions>();
        services.AddOutputCache(o => o.SizeLimit = 64 << 20);
        services.AddLimits(settings);
        services.AddTelemetry(settings);
        services.AddApiDescription();
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true); // so that Refusals words it
        services.Configure<KestrelServerOptions>(o =>
        {
            o.AddServerHeader = false;
            o.Limits.MaxRequestBodySize = settings.GetValue("Limits:BodyBytes", 2 << 20); // uploads raise it by their own metadata
        });
        services.Configure<FormOptions>(o => (o.ValueLengthLimit, o.ValueCountLimit) = (256 << 10, 2000));
        return services.Configure<ForwardedHeadersOptions>(o => Trust(o, settings["YIMEN_PROXY"]));
    }

    internal static void MapHttp(this IEndpointRouteBuilder app)
    {
        Look.Map(app);
        Health.Map(app);
        ApiDescription.Map(app);
    }

    // only a proxy that is named may say for whom it speaks
    private static void Trust(ForwardedHeadersOptions options, string? proxies)
    {
        options.ForwardedHeaders = string.IsNullOrWhiteSpace(proxies) ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in (proxies ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            options.KnownProxies.Add(System.Net.IPAddress.Parse(proxy));
        }
    }
}
