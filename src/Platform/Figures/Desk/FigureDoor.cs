using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Platform.Identity;

namespace Yimen.Platform.Figures.Desk;

/// <summary>Demands that the visitor may open the figure that the route names as <c>id</c>.</summary>
public sealed record FigureRequirement : IAuthorizationRequirement;

/// <summary>Who opens one figure: whoever may read all of them, and whom the figure itself names. To others it is not there.</summary>
internal sealed class FigureDoor(PermissionTable table, FigureBook book, IHttpContextAccessor http) : AuthorizationHandler<FigureRequirement>
{
    public const string Every = "figures.read";

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, FigureRequirement requirement)
    {
        var visitor = http.HttpContext?.Visitor ?? Visitor.From(context.User);
        var right = book.Find($"{http.HttpContext?.GetRouteValue("id")}")?.Right;
        if (visitor.May(table, Every) || (right is not null && visitor.May(table, right)))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

internal static class FigureDoorExtensions
{
    public static TBuilder RequireFigure<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.RequireAuthorization(p => p.RequireAuthenticatedUser().AddRequirements(new FigureRequirement()));
}
