using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yimen.Platform.Http;

namespace Yimen.Platform.Identity.SignIn;

public sealed record LoginInput(string? User, string? Password, string? ReturnUrl);

/// <summary>登录 — the same door for citizens and staff.</summary>
internal static class Login
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/login", Show).AllowAnonymous();
        app.MapPost("/login", Enter).AllowAnonymous();
        app.MapPost("/logout", (Delegate)Leave).AllowAnonymous();
    }

    private static IResult Show(HttpContext http, string? returnUrl) => http.Visitor.IsSignedIn
        ? Page.Then(http, LocalUrl.Or(returnUrl, HomeOf(http.Visitor)))
        : Page.Of<LoginPage>(http, new LoginView(new("", "", returnUrl), null));

    private static async Task<IResult> Enter(HttpContext http, [FromForm] LoginInput input, SignIns signIns, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(input.User) || string.IsNullOrEmpty(input.Password))
        {
            return Page.Again<LoginPage>(http, new LoginView(input, "请填写登录名和密码。"));
        }

        var outcome = await signIns.ByPassword(input.User, input.Password, http.Connection.RemoteIpAddress?.ToString(), ct);
        if (outcome.Principal is not { } principal)
        {
            return Page.Again<LoginPage>(http, new LoginView(input, outcome.Refusal));
        }

        await http.SignInAsync(SignInClaims.Cookie, principal);
        return Page.Then(http, LocalUrl.Or(input.ReturnUrl, HomeOf(Visitor.From(principal))));
    }

    private static async Task<IResult> Leave(HttpContext http)
    {
        await http.SignOutAsync(SignInClaims.Cookie);
        return Page.Then(http, "/", "您已退出登录。");
    }

    private static string HomeOf(Visitor visitor) => visitor.IsStaff ? "/desk" : "/my";
}
