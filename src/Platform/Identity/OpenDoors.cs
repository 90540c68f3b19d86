using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Yimen.Platform.Identity;

/// <summary>Which pages let a visitor in, by the right that their route asks for: where links come from a table, none is shown that would lead to 404.</summary>
internal sealed class OpenDoors(EndpointDataSource endpoints, PermissionTable table)
{
    /// <param name="visitor">Whose roles are asked; whether a single row is theirs the page itself decides.</param>
    /// <param name="path">Below the county's base, without a query.</param>
    public bool Open(Visitor visitor, string path)
    {
        var door = endpoints.Endpoints.OfType<RouteEndpoint>().Where(d => Takes(d, path)).MinBy(d => d.RoutePattern.InboundPrecedence);
        return door is not null && door.Metadata.GetOrderedMetadata<AuthorizationPolicy>().SelectMany(p => p.Requirements).OfType<PermissionRequirement>().All(r => visitor.May(table, r.Verb));
    }

    private static bool Takes(RouteEndpoint door, string path) =>
        door.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET", StringComparer.OrdinalIgnoreCase) != false && door.StandsAt(path);
}

internal static class DoorPlaces
{
    extension(RouteEndpoint door)
    {
        /// <summary>Whether a path leads to it, whatever the method and whatever the values in it.</summary>
        internal bool StandsAt(string? path) => new TemplateMatcher(new(door.RoutePattern), []).TryMatch(path, []);
    }
}
