using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Yimen.Platform.Identity;

/// <summary>Demands a verb of the permission table. Held against the visitor's roles here; their unit and area are held by the query, which does not find what is not theirs.</summary>
public sealed record PermissionRequirement(string Verb) : IAuthorizationRequirement;

/// <summary>Demands a member of staff, whatever the role.</summary>
public sealed record StaffRequirement : IAuthorizationRequirement;

public sealed class PermissionHandler(PermissionTable table, IHttpContextAccessor http) : IAuthorizationHandler
{
    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        var visitor = http.HttpContext?.Visitor ?? Visitor.From(context.User);
        foreach (var requirement in context.PendingRequirements.ToList())
        {
            var met = requirement switch
            {
                PermissionRequirement p => visitor.May(table, p.Verb),
                StaffRequirement => visitor.IsStaff,
                _ => false,
            };
            if (met)
            {
                context.Succeed(requirement);
            }
        }

        return Task.CompletedTask;
    }
}

public static class RequirePermissionExtensions
{
    /// <summary>Only for roles that the permission table names for <paramref name="verb"/>. Without the right it looks like not there (404); signed out it leads to the door (302) or answers 401.</summary>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder builder, string verb)
        where TBuilder : IEndpointConventionBuilder =>
        builder.RequireAuthorization(p => p.RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(verb)));

    public static TBuilder RequireStaff<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.RequireAuthorization(p => p.RequireAuthenticatedUser().AddRequirements(new StaffRequirement()));
}
