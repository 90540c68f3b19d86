using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Counties;

namespace Yimen.Platform.Http;

/// <summary>Chooses the county of a request: by host name, by the first path segment of exactly six digits (which becomes the PathBase), or the only county there is.</summary>
public static class Doorway
{
    public static IApplicationBuilder UseCountyDoorway(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var counties = http.RequestServices.GetRequiredService<CountyDirectory>();
        var scope = http.RequestServices.GetRequiredService<CountyScope>();
        if (CodeIn(http.Request.Path) is { } code)
        {
            if (counties.ByCode(code) is { } named)
            {
                scope.Choose(named);
                http.Request.PathBase = http.Request.PathBase.Add("/" + code);
                http.Request.Path = http.Request.Path.Value!.Length > 7 ? http.Request.Path.Value[7..] : "/";
            }
        }
        else if ((counties.ByHost(http.Request.Host.Host) ?? counties.Sole) is { } county)
        {
            scope.Choose(county);
        }

        if (!scope.IsChosen && !IsAboveCounties(http.Request.Path))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            await http.Response.WriteAsync("此地址没有对应的政务服务中心。", http.RequestAborted);
            return;
        }

        await next(http);
    });

    private static string? CodeIn(PathString path)
    {
        var value = path.Value.AsSpan();
        return value.Length >= 7 && (value.Length == 7 || value[7] == '/') && !value[1..7].ContainsAnyExceptInRange('0', '9') ? value[1..7].ToString() : null;
    }

    private static bool IsAboveCounties(PathString path) => path.StartsWithSegments("/health") || path.StartsWithSegments("/metrics");
}
