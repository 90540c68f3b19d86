using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yimen.Platform.Counties;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Identity.SignIn;

public sealed record LoginInput
{
    public string? User { get; init; }

    public string? Password { get; init; }

    public string? ReturnUrl { get; init; }
}

/// <summary>The sign-in form: what was typed (never the password) and why it was refused.</summary>
public sealed record LoginView(LoginInput Input, FormErrors? Errors);

/// <summary>登录 — the same door for citizens and staff.</summary>
internal static class Login
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/login", Show).AllowAnonymous();
        app.MapPost("/login", Enter).AllowAnonymous().LimitedAsDoor();
    }

    private static IResult Show(HttpContext http, string? returnUrl) => http.Visitor.IsSignedIn
        ? Page.Then(http, LocalUrl.Or(returnUrl, HomeOf(http.Visitor)))
        : Page.Of<LoginPage>(http, new LoginView(new() { ReturnUrl = returnUrl }, null));

    private static async Task<IResult> Enter(HttpContext http, [FromForm] LoginInput input, SignIns signIns, CountyScope scope, CancellationToken ct)
    {
        var errors = new FormErrors();
        if (string.IsNullOrWhiteSpace(input.User))
        {
            errors.Add("user", "请填写登录名、手机号或身份证号。");
        }

        if (string.IsNullOrEmpty(input.Password))
        {
            errors.Add("password", "请填写密码。");
        }

        if (errors.Count > 0)
        {
            return Page.Again<LoginPage>(http, new LoginView(input, errors));
        }

        var outcome = await signIns.ByPassword(input.User!, input.Password!, http.Connection.RemoteIpAddress?.ToString(), ct);
        if (outcome.OwesCode is { } account)
        {
            await http.SignInAsync(Schemes.Half, SignInClaims.HalfOf(account, scope.County));
            return Page.Then(http, LocalUrl.With("/login/code", "returnUrl", input.ReturnUrl));
        }

        errors.Add("", outcome.Refusal ?? "");
        return outcome.Principal is null ? Page.Again<LoginPage>(http, new LoginView(input, errors)) : await Admit(http, outcome, input.ReturnUrl);
    }

    /// <summary>Gives the cookie and leads on: to where the person wanted, or to the enrolment that is owed.</summary>
    internal static async Task<IResult> Admit(HttpContext http, SignInOutcome outcome, string? returnUrl)
    {
        await http.SignInAsync(Schemes.Cookie, outcome.Principal!);
        var visitor = Visitor.From(outcome.Principal!);
        return Page.Then(http, visitor.MustEnrol ? "/my/second-factor" : LocalUrl.Or(returnUrl, HomeOf(visitor)), outcome.Earlier?.Words);
    }

    private static string HomeOf(Visitor visitor) => visitor.IsStaff ? "/desk" : "/my";
}
