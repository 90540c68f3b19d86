using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yimen.Platform.Http;
using Yimen.Platform.Identity.My;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Identity.Links;

public sealed record SetPasswordInput
{
    public string? Fresh { get; init; }

    public string? Again { get; init; }
}

public sealed record SetPasswordView(string Secret, string Name, string User, bool Staff, FormErrors? Errors);

/// <summary>设置密码 — by a one-time link, without being signed in.</summary>
internal static class SetPassword
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/password/{secret:maxlength(80)}", Show).AllowAnonymous();
        app.MapPost("/password/{secret:maxlength(80)}", Set).AllowAnonymous().LimitedAsDoor();
    }

    private static async Task<IResult> Show(HttpContext http, string secret, OneTimeLinks links, CancellationToken ct) =>
        Page.Of<SetPasswordPage>(http, View(secret, await Holder(http, secret, links, ct), null));

    private static async Task<IResult> Set(
        HttpContext http, string secret, [FromForm] SetPasswordInput input, OneTimeLinks links, IPasswordHasher<Account> hasher, CancellationToken ct)
    {
        var account = await Holder(http, secret, links, ct);
        var errors = new FormErrors();
        NewPassword.Check(errors, input.Fresh, input.Again, account);
        if (errors.Count > 0)
        {
            return Page.Again<SetPasswordPage>(http, View(secret, account, errors));
        }

        await links.Redeem(secret, account, hasher.HashPassword(account, input.Fresh!), http.Act().Now, ct);
        return Page.Then(http, "/login", "密码已设置，请登录。");
    }

    private static async Task<Account> Holder(HttpContext http, string secret, OneTimeLinks links, CancellationToken ct) =>
        await links.Holder(secret, http.Act().Now, ct) ?? throw new NotThere();

    private static SetPasswordView View(string secret, Account account, FormErrors? errors) =>
        new(secret, account.DisplayName, account.UserName ?? "", account.Kind == AccountKind.Staff, errors);
}
