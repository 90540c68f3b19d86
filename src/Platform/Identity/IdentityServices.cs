using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Yimen.Platform.Counties;
using Yimen.Platform.Identity.Links;
using Yimen.Platform.Identity.Mandates;
using Yimen.Platform.Identity.My;
using Yimen.Platform.Identity.Registry;
using Yimen.Platform.Identity.SignIn;
using Yimen.Platform.Identity.Tokens;
using Yimen.Platform.Identity.Verification;

namespace Yimen.Platform.Identity;

/// <summary>
/// Who comes in and what they may do. Of ASP.NET Core Identity we take the tables, the password hash and the cookie; not its UserManager, which saves
/// past the one writer and reads the machine's clock.
/// </summary>
internal static class IdentityServices
{
    internal static IServiceCollection AddYimenIdentity(this IServiceCollection services)
    {
        services.AddAuthentication(Schemes.Door)
            .AddPolicyScheme(Schemes.Door, null, o => o.ForwardDefaultSelector = http => BearerToken.In(http.Request) is null ? Schemes.Cookie : Schemes.Token)
            .AddCookie(Schemes.Cookie, SignInCookie.Configure)
            .AddCookie(Schemes.Half, SignInCookie.ConfigureHalf)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(Schemes.Token, null);
        services.AddAuthorization();
        services.AddSingleton<PermissionTable>();
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        services.AddScoped(p => p.GetRequiredService<Installation>().OpenHouse());
        services.AddDataProtection().SetApplicationName("yimen").PersistKeysToDbContext<HouseDb>();
        services.AddSingleton<HouseKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, SealKeyRing>();
        services.AddScoped<SignIns>().AddScoped<EarlierSignIns>();
        services.AddSingleton<IPasswordHasher<Account>>(new PasswordHasher<Account>());
        services.AddScoped<Accounts>();
        services.AddSingleton<TokenCache>();
        services.AddScoped<OneTimeLinks>();
        services.AddScoped<Principals>();
        services.AddScoped<Agencies>();
        services.AddAccountRights();
        return services.AddScoped<ApiTokens>();
    }

    internal static void MapIdentity(this IEndpointRouteBuilder app)
    {
        Login.Map(app);
        LoginCode.Map(app);
        Logout.Map(app);
        SetPassword.Map(app);
        MyAccount.Map(app);
        MyPassword.Map(app);
        MySecondFactor.Map(app);
        MyTokens.Map(app);
        Register.Register.Map(app);
        MyMandates.Map(app);
        ClaimOrganisation.Map(app);
        VerifyPeople.Map(app);
        RecordDelegation.Map(app);
        ListAccounts.Map(app);
        OpenAccount.Map(app);
        ShowAccount.Map(app);
        GrantRights.Map(app);
        KeepAccount.Map(app);
        ShowRoles.Map(app);
    }
}
