using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Counties;

namespace Yimen.Platform.Identity.SignIn;

/// <summary>The cookie of a signed-in person: one county's, gone with the browser, renewed while it is used, held against the register every minute.</summary>
internal static class SignInCookie
{
    internal static readonly TimeSpan StaffIdle = TimeSpan.FromMinutes(30);
    internal static readonly TimeSpan CitizenIdle = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan TrustedFor = TimeSpan.FromMinutes(1);
    private const string CheckedAt = "checked";

    internal static void Configure(CookieAuthenticationOptions options)
    {
        Common(options, "yimen");
        options.SlidingExpiration = true;
        options.ExpireTimeSpan = CitizenIdle;
        options.Events.OnSigningIn = Begin;
        options.Events.OnValidatePrincipal = Validate;
        options.Events.OnRedirectToLogin = c => Challenges.ToTheDoor(c.HttpContext);
        options.Events.OnRedirectToAccessDenied = c => Challenges.NotThere(c.HttpContext);
    }

    internal static void ConfigureHalf(CookieAuthenticationOptions options)
    {
        Common(options, "yimen-half");
        options.SlidingExpiration = false;
        options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
    }

    private static void Common(CookieAuthenticationOptions options, string name)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
    }

    private static Task Begin(CookieSigningInContext context)
    {
        var now = context.Options.TimeProvider!.GetUtcNow();
        var staff = context.Principal!.HasClaim(Visitor.KindClaim, nameof(AccountKind.Staff));
        context.Properties.IssuedUtc = now;
        context.Properties.ExpiresUtc = now + (staff ? StaffIdle : CitizenIdle);
        Stamp(context.Properties, now);
        return Task.CompletedTask;
    }

    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var scope = context.HttpContext.RequestServices.GetRequiredService<CountyScope>();
        var belongsHere = scope.IsChosen && context.Principal!.HasClaim(Visitor.CountyClaim, scope.County.Code);
        if (!belongsHere || !await StillStands(context, scope.County))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
        }
    }

    /// <summary>Once a minute the cookie is held against the account: closed, locked, or signed out everywhere ends it; changed rights enter it.</summary>
    private static async Task<bool> StillStands(CookieValidatePrincipalContext context, County county)
    {
        var now = context.Options.TimeProvider!.GetUtcNow();
        if (long.TryParse(context.Properties.GetString(CheckedAt), CultureInfo.InvariantCulture, out var at)
            && now - DateTimeOffset.FromUnixTimeMilliseconds(at) < TrustedFor)
        {
            return true;
        }

        var visitor = Visitor.From(context.Principal!);
        var account = await context.HttpContext.RequestServices.GetRequiredService<Accounts>().Read(visitor.Actor.AccountId, context.HttpContext.RequestAborted);
        if (account is not { State: AccountState.Active } || !context.Principal!.HasClaim(SignInClaims.Stamp, account.SecurityStamp ?? ""))
        {
            return false;
        }

        context.ReplacePrincipal(SignInClaims.Of(account, county, visitor.LastSignIn));
        Stamp(context.Properties, now);
        context.ShouldRenew = true;
        return true;
    }

    private static void Stamp(AuthenticationProperties properties, DateTimeOffset now) =>
        properties.SetString(CheckedAt, now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
}
