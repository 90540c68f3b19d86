using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Http;
using Yimen.Platform.Identity.SecondFactor;
using Yimen.Platform.Identity.SignIn;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Identity.My;

public sealed record SecondFactorInput
{
    public string? Secret { get; init; }

    public string? Code { get; init; }
}

/// <summary>Before enrolment a secret to scan; after it, how many recovery codes are left.</summary>
public sealed record SecondFactorView(bool Enrolled, bool Demanded, int CodesLeft, string Secret, string Address, FormErrors? Errors);

/// <summary>Shown once, right after enrolment.</summary>
public sealed record RecoveryCodesView(IReadOnlyList<string> Codes);

/// <summary>动态口令 — the second factor: an authenticator app on the holder's telephone.</summary>
internal static class MySecondFactor
{
    private const string Here = "/my/second-factor";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, Show).RequireAuthorization();
        app.MapPost(Here, Enrol).RequireAuthorization();
        app.MapPost(Here + "/removal", Remove).RequireAuthorization();
    }

    private static async Task<IResult> Show(HttpContext http, Accounts accounts, CountyScope scope, CancellationToken ct) =>
        Page.Of<MySecondFactorPage>(http, View(await Mine(http, accounts, ct), scope.County, Totp.NewSecret(), null));

    private static async Task<IResult> Enrol(HttpContext http, [FromForm] SecondFactorInput input, Accounts accounts, CountyScope scope, IdSource ids, CancellationToken ct)
    {
        var act = http.Act();
        var account = await Mine(http, accounts, ct);
        if (!Totp.IsSecret(input.Secret) || Totp.StepOf(input.Secret!, input.Code?.Trim() ?? "", act.Now) is not { } step)
        {
            var secret = Totp.IsSecret(input.Secret) ? input.Secret! : Totp.NewSecret();
            return Page.Again<MySecondFactorPage>(http, View(account, scope.County, secret, Wrong("验证码不正确。请核对手机时间是否准确，再输入当前显示的六位数字。")));
        }

        var codes = Enumerable.Range(0, RecoveryCode.Count).Select(_ => ids.NewCode(RecoveryCode.Length)).ToList();
        var key = scope.County.Keys.Seal(input.Secret);
        account = await accounts.Change(act, account.Id, a => a.EnrolSecondFactor(act, key, step, codes.Select(RecoveryCode.Digest)), ct);
        await http.SignInAsync(Schemes.Cookie, SignInClaims.Of(account, scope.County, http.Visitor.LastSignIn));
        return Page.Of<RecoveryCodesPage>(http, new RecoveryCodesView(codes));
    }

    private static async Task<IResult> Remove(HttpContext http, [FromForm] SecondFactorInput input, Accounts accounts, CountyScope scope, CancellationToken ct)
    {
        var act = http.Act();
        var account = await Mine(http, accounts, ct);
        if (!account.TakeCode(input.Code?.Trim() ?? "", scope.County.Keys, act.Now))
        {
            return Page.Again<MySecondFactorPage>(http, View(account, scope.County, "", Wrong("验证码不正确，没有停用。")));
        }

        account = await accounts.Change(act, account.Id, a => a.DropSecondFactor(act), ct);
        await http.SignInAsync(Schemes.Cookie, SignInClaims.Of(account, scope.County, http.Visitor.LastSignIn));
        return Page.Then(http, Here, "动态口令已停用。");
    }

    private static async Task<Account> Mine(HttpContext http, Accounts accounts, CancellationToken ct) =>
        await accounts.Read(http.Visitor.Actor.AccountId, ct) ?? throw new NotThere();

    private static SecondFactorView View(Account account, County county, string secret, FormErrors? errors) =>
        new(account.TwoFactorEnabled, account.MustEnrol(county.Demo), account.RecoveryCodes.Count, secret, Totp.Address(secret, county.Name + "政务服务", account.UserName ?? ""), errors);

    private static FormErrors Wrong(string message)
    {
        var errors = new FormErrors();
        errors.Add("code", message);
        return errors;
    }
}
