using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Yimen.Platform.Http;

/// <summary>Metrics and traces as OpenTelemetry; metrics are read at /metrics from this machine only; both go to a collector when the standard OTEL_EXPORTER_OTLP_ENDPOINT names one.</summary>
internal static class Telemetry
{
    // not all that ASP.NET Core measures: two measurements for each component of a page take a tenth of the page
    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.Diagnostics", "Microsoft.AspNetCore.RateLimiting",
        "System.Runtime", "Npgsql", "Microsoft.EntityFrameworkCore", "Yimen",
    ];

    internal static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration settings)
    {
        var telemetry = services.AddOpenTelemetry()
            .WithMetrics(m => m.AddMeter(Meters).AddPrometheusExporter());
        if (!string.IsNullOrEmpty(settings["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            // traces have no reader here: they are made only where a collector takes them
            telemetry.WithTracing(t => t.AddAspNetCoreInstrumentation(o => o.Filter = http => !http.Request.Path.StartsWithSegments("/health")).AddSource("Npgsql", "Yimen"));
            telemetry.UseOtlpExporter();
        }

        return services;
    }

    internal static IApplicationBuilder UseMetricsPage(this IApplicationBuilder app) =>
        app.UseOpenTelemetryPrometheusScrapingEndpoint(http => http.Request.Path == "/metrics" && IsFromHere(http));

    // behind a proxy on the same machine every address is loopback: what was forwarded is not from here
    private static bool IsFromHere(HttpContext http) =>
        !http.Request.Headers.ContainsKey("X-Forwarded-For") && (http.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address));
}
