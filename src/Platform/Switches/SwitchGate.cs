using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Counties;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Platform.Switches;

/// <summary>Said of a door that is there only while a switch is on.</summary>
public sealed record BehindSwitch(string Code);

/// <summary>Before anybody is asked who they are: a door whose switch is off is not there.</summary>
public static class SwitchGate
{
    private static readonly object Key = new();

    extension(HttpContext http)
    {
        /// <summary>The codes of the switches that are on; empty outside the desk and doors behind a switch.</summary>
        public IReadOnlySet<string> OnSwitches => http.Items[Key] as IReadOnlySet<string> ?? new HashSet<string>();
    }

    /// <summary>This door, or all of a group's, is there only while the switch is on.</summary>
    public static TBuilder Behind<TBuilder>(this TBuilder builder, Switch one)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new BehindSwitch(one.Code));

    internal static void UseSwitches(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var behind = Behind(http);
        // the desk's rail asks too
        if ((behind is not null || http.Request.Path.StartsWithSegments("/desk")) && http.RequestServices.GetRequiredService<CountyScope>() is { IsChosen: true } scope)
        {
            http.Items[Key] = await http.RequestServices.GetRequiredService<SwitchBoard>().On(scope.County, http.RequestAborted);
        }

        if (behind is not null && !http.OnSwitches.Contains(behind.Code))
        {
            throw new NotThere();
        }

        await next();
    });

    private static BehindSwitch? Behind(HttpContext http) => http.GetEndpoint() switch
    {
        null => null,
        RouteEndpoint door => door.Metadata.GetMetadata<BehindSwitch>(),
        // routing's own answer, 405 or 415, to an address that takes another method or form: that would tell of the address
        _ => http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(d => d.Metadata.GetMetadata<BehindSwitch>() is not null && d.StandsAt(http.Request.Path))
            .Select(d => d.Metadata.GetMetadata<BehindSwitch>()).FirstOrDefault(),
    };
}
