using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Yimen.Platform.Http;

namespace Yimen.Platform.Identity.SignIn;

/// <summary>What those are answered who may not enter (ruling 26): people are led to the door, programs told 401; signed in without the right looks like not there.</summary>
internal static class Challenges
{
    internal static Task ToTheDoor(HttpContext http)
    {
        if (Refusals.IsForPrograms(http))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return Task.CompletedTask;
        }

        // a form cannot be fetched again: after signing in, the page on which it stood
        var back = HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : Refusals.BackFrom(http.Request);
        http.Response.Redirect(QueryHelpers.AddQueryString(http.Request.PathBase + "/login", "returnUrl", back));
        return Task.CompletedTask;
    }

    /// <summary>Whoever owes the second factor is led to where it is set up: to them nothing else is there yet.</summary>
    internal static Task NotThere(HttpContext http)
    {
        if (http.Visitor.MustEnrol && HttpMethods.IsGet(http.Request.Method) && !Refusals.IsForPrograms(http))
        {
            http.Response.Redirect(http.Request.PathBase + "/my/second-factor");
            return Task.CompletedTask;
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
