using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yimen.Platform.Counties;
using Yimen.Platform.Http;
using Yimen.Platform.Identity.SignIn;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Identity.My;

public sealed record MyPasswordInput
{
    public string? Current { get; init; }

    public string? Fresh { get; init; }

    public string? Again { get; init; }
}

public sealed record MyPasswordView(bool Staff, FormErrors? Errors);

/// <summary>修改密码 — by its holder, who shows the present one.</summary>
internal static class MyPassword
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/my/password", (HttpContext http) => Page.Of<MyPasswordPage>(http, new MyPasswordView(http.Visitor.Kind == AccountKind.Staff, null))).RequireAuthorization();
        app.MapPost("/my/password", Change).RequireAuthorization();
    }

    private static async Task<IResult> Change(HttpContext http, [FromForm] MyPasswordInput input, Accounts accounts, CountyScope scope, CancellationToken ct)
    {
        var account = await accounts.Read(http.Visitor.Actor.AccountId, ct) ?? throw new NotThere();
        var errors = Check(input, account, scope.County.Demo, accounts);
        if (errors.Count > 0)
        {
            return Page.Again<MyPasswordPage>(http, new MyPasswordView(account.Kind == AccountKind.Staff, errors));
        }

        account = await accounts.SetPassword(http.Act(), account.Id, input.Fresh!, ct);
        await http.SignInAsync(Schemes.Cookie, SignInClaims.Of(account, scope.County, http.Visitor.LastSignIn));
        return Page.Then(http, "/my/account", "密码已修改，其他设备需要重新登录。");
    }

    private static FormErrors Check(MyPasswordInput input, Account account, bool demo, Accounts accounts)
    {
        var errors = new FormErrors();
        if (!accounts.IsPassword(account, input.Current))
        {
            errors.Add("current", "现在的密码不正确。");
        }

        if (demo)
        {
            errors.Add("", "演示账号由大家共用，不能修改密码。");
        }

        NewPassword.Check(errors, input.Fresh, input.Again, account);
        return errors;
    }
}

/// <summary>A new password typed twice.</summary>
internal static class NewPassword
{
    internal static void Check(FormErrors errors, string? fresh, string? again, Account account)
    {
        if (PasswordRule.Fault(fresh, account.Kind == AccountKind.Staff, account.UserName) is { } fault)
        {
            errors.Add("fresh", fault);
        }
        else if (fresh != again)
        {
            errors.Add("again", "两次输入的密码不一样。");
        }
    }
}
