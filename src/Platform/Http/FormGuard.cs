using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Yimen.Platform.Http;

/// <summary>Marks an endpoint whose form posts come from programs with a key or token and never from a cookie (ruling 22), e.g. Open311.</summary>
public sealed class MachineForm;

/// <summary>
/// No form is taken without its antiforgery token, whatever its endpoint binds. The framework asks only where a form is bound; a post without fields
/// (退出登录) would slip through. What is not a form (JSON) cannot be sent across sites without leave, and our cookie is SameSite.
/// </summary>
internal static class FormGuard
{
    internal static IApplicationBuilder UseFormGuard(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (IsForm(http.Request) && await FaultOf(http) is { } status)
        {
            http.Response.StatusCode = status;
            return;
        }

        await next(http);
    });

    private static async Task<int?> FaultOf(HttpContext http)
    {
        // what is no route is routing's own answer, e.g. 405: it takes no form
        if (http.GetEndpoint() is not RouteEndpoint endpoint || (endpoint.Metadata.GetMetadata<MachineForm>() is not null && http.Request.Cookies.Count == 0))
        {
            return null;
        }

        try
        {
            await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http);
            return null;
        }
        catch (AntiforgeryValidationException e)
        {
            // the token stands in the form, and the form may be what is wrong
            return e.InnerException is InvalidDataException or BadHttpRequestException { StatusCode: 413 } ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
        }
    }

    // a browser can send these three, and an empty body, to another site without asking
    private static bool IsForm(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method)
        && (request.HasFormContentType || request.ContentType is null || request.ContentType.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase))
        && !(Refusals.IsForPrograms(request.HttpContext) && request.Cookies.Count == 0);
}

public static class MachineForms
{
    /// <summary>Takes form posts of programs without an antiforgery token; a request that carries any cookie is refused.</summary>
    public static TBuilder TakesMachineForms<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.WithMetadata(new MachineForm(), new NoAntiforgery());
        return builder;
    }

    private sealed class NoAntiforgery : IAntiforgeryMetadata
    {
        public bool RequiresValidation => false;
    }
}
