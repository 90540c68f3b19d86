using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yimen.Platform.Counties;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Identity.SignIn;

public sealed record LoginCodeInput
{
    public string? Code { get; init; }

    public string? ReturnUrl { get; init; }
}

public sealed record LoginCodeView(string? ReturnUrl, FormErrors? Errors);

/// <summary>登录第二步 — the code of the authenticator, after the password.</summary>
internal static class LoginCode
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/login/code", Show).AllowAnonymous();
        app.MapPost("/login/code", Enter).AllowAnonymous().LimitedAsDoor();
    }

    private static async Task<IResult> Show(HttpContext http, CountyScope scope, string? returnUrl) => await Owing(http, scope) is null
        ? Page.Then(http, "/login")
        : Page.Of<LoginCodePage>(http, new LoginCodeView(returnUrl, null));

    private static async Task<IResult> Enter(HttpContext http, [FromForm] LoginCodeInput input, SignIns signIns, CountyScope scope, CancellationToken ct)
    {
        if (await Owing(http, scope) is not { } account)
        {
            return Page.Then(http, "/login", "登录已超时，请重新输入密码。");
        }

        var outcome = string.IsNullOrWhiteSpace(input.Code)
            ? SignInOutcome.Refused("请填写验证码。")
            : await signIns.ByCode(account, input.Code, http.Connection.RemoteIpAddress?.ToString(), ct);
        if (outcome.Principal is null)
        {
            var errors = new FormErrors();
            errors.Add("code", outcome.Refusal!);
            return Page.Again<LoginCodePage>(http, new LoginCodeView(input.ReturnUrl, errors));
        }

        await http.SignOutAsync(Schemes.Half);
        return await Login.Admit(http, outcome, input.ReturnUrl);
    }

    /// <summary>Who has shown a password in this county in the last five minutes.</summary>
    private static async Task<Guid?> Owing(HttpContext http, CountyScope scope)
    {
        var half = (await http.AuthenticateAsync(Schemes.Half)).Principal;
        return half?.HasClaim(Visitor.CountyClaim, scope.County.Code) == true && Guid.TryParse(half.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
    }
}
