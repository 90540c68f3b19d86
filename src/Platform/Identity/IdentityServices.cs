using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Counties;
using Yimen.Platform.Identity.SignIn;

namespace Yimen.Platform.Identity;

/// <summary>
/// Who comes in and what they may do. Of ASP.NET Core Identity we take the tables, the password hash and the cookie; not its UserManager, which saves
/// past the one writer and reads the machine's clock.
/// </summary>
internal static class IdentityServices
{
    internal static IServiceCollection AddYimenIdentity(this IServiceCollection services)
    {
        services.AddAuthentication(SignInClaims.Cookie).AddCookie(SignInClaims.Cookie, SignInCookie.Configure);
        services.AddAuthorization();
        services.AddSingleton<PermissionTable>();
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        services.AddScoped(p => p.GetRequiredService<Installation>().OpenHouse());
        services.AddDataProtection().SetApplicationName("yimen").PersistKeysToDbContext<HouseDb>();
        services.AddScoped<SignIns>();
        return services.AddAccounts();
    }

    /// <summary>The register alone, without any web: for seeding and the commands.</summary>
    internal static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<IPasswordHasher<Account>>(new PasswordHasher<Account>());
        return services.AddScoped<Accounts>();
    }

    internal static void MapIdentity(this IEndpointRouteBuilder app) => Login.Map(app);
}
