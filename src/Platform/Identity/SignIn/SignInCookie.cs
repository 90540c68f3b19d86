using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Counties;
using Yimen.Platform.Http;

namespace Yimen.Platform.Identity.SignIn;

/// <summary>The cookie of a signed-in person: one county's, gone with the browser, renewed while it is used.</summary>
internal static class SignInCookie
{
    private static readonly TimeSpan StaffIdle = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan CitizenIdle = TimeSpan.FromMinutes(60);

    internal static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "yimen";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.SlidingExpiration = true;
        options.ExpireTimeSpan = CitizenIdle;
        options.Events.OnSigningIn = SetIdlePeriod;
        options.Events.OnValidatePrincipal = BelongsHere;
        options.Events.OnRedirectToLogin = ToTheDoor;
        options.Events.OnRedirectToAccessDenied = NotThere;
    }

    private static Task SetIdlePeriod(CookieSigningInContext context)
    {
        var staff = Visitor.From(context.Principal!).IsStaff;
        context.Properties.ExpiresUtc = context.Options.TimeProvider!.GetUtcNow() + (staff ? StaffIdle : CitizenIdle);
        return Task.CompletedTask;
    }

    /// <summary>Ruling 7: a cookie opens the county that gave it, and no other.</summary>
    private static async Task BelongsHere(CookieValidatePrincipalContext context)
    {
        var scope = context.HttpContext.RequestServices.GetRequiredService<CountyScope>();
        if (!scope.IsChosen || !context.Principal!.HasClaim(Visitor.CountyClaim, scope.County.Code))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
        }
    }

    private static Task ToTheDoor(RedirectContext<CookieAuthenticationOptions> context)
    {
        var (http, request) = (context.HttpContext, context.Request);
        if (Refusals.IsForPrograms(http))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        var back = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : "/";
        http.Response.Redirect(QueryHelpers.AddQueryString(request.PathBase + "/login", "returnUrl", back));
        return Task.CompletedTask;
    }

    // ruling 26: signed in without the right looks like not there
    private static Task NotThere(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
