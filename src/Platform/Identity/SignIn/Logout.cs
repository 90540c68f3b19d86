using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Platform.Http;

namespace Yimen.Platform.Identity.SignIn;

public sealed record LogoutView;

/// <summary>退出登录 — a short page with a button, since a link may not change anything.</summary>
internal static class Logout
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/logout", Show).AllowAnonymous();
        app.MapPost("/logout", (Delegate)Leave).AllowAnonymous();
    }

    private static IResult Show(HttpContext http) => http.Visitor.IsSignedIn ? Page.Of<LogoutPage>(http, new LogoutView()) : Page.Then(http, "/");

    private static async Task<IResult> Leave(HttpContext http)
    {
        await http.SignOutAsync(Schemes.Cookie);
        return Page.Then(http, "/", "您已退出登录。");
    }
}
