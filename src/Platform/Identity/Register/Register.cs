using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Identity.Register;

public sealed record RegisterInput
{
    public string? Name { get; init; }

    public string? ResidentId { get; init; }

    public string? Mobile { get; init; }

    public string? Fresh { get; init; }

    public string? Again { get; init; }
}

public sealed record RegisterView(RegisterInput Input, FormErrors? Errors, string? Key);

/// <summary>注册个人账号 — by the citizen. It sees only what it files itself, until the person is verified (identity level 0).</summary>
internal static class Register
{
    private const string Here = "/register";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, (HttpContext http) => Page.Of<RegisterPage>(http, new RegisterView(new(), null, null))).AllowAnonymous();
        app.MapPost(Here, Handle).AllowAnonymous().LimitedAsDoor();
    }

    private static async Task<IResult> Handle(
        HttpContext http, [FromForm] RegisterInput input, Accounts accounts, Writer writer, IdSource ids, IPasswordHasher<Account> hasher)
    {
        var errors = Check(input, http.Act().Today);
        if (errors.Count > 0)
        {
            return Page.Again<RegisterPage>(http, new RegisterView(input, errors, http.IdempotencyKey));
        }

        var act = http.Act();
        var wanted = Wanted(input, "c" + ids.NewCode(8).ToLowerInvariant(), hasher.HashPassword(null!, input.Fresh!));
        try
        {
            await writer.Write(act, http.IdempotencyKey, async () => (await accounts.Add(act, wanted, http.RequestAborted)).Id, http.RequestAborted);
        }
        catch (RuleViolation taken) when (taken.Code == "resident-taken")
        {
            errors.Add("residentId", taken.Message + "忘记密码请带身份证到任一窗口办理。");
            return Page.Again<RegisterPage>(http, new RegisterView(input, errors, http.IdempotencyKey));
        }

        return Page.Then(http, "/login", "注册成功，请用手机号或身份证号登录。");
    }

    private static NewAccount Wanted(RegisterInput input, string user, string hash) => new(user, input.Name!.Trim(), AccountKind.Citizen)
    {
        ResidentId = ResidentId.Parse(input.ResidentId!).Value,
        Mobile = MobileNumber.Parse(input.Mobile!).Value,
        PasswordHash = hash,
    };

    private static FormErrors Check(RegisterInput input, DateOnly today)
    {
        var errors = new FormErrors();
        if (input.Name?.Trim() is not { Length: >= 2 and <= 40 })
        {
            errors.Add("name", "请填写身份证上的姓名，2至40字。");
        }

        if (!ResidentId.TryParse(input.ResidentId, out var resident, out string fault))
        {
            errors.Add("residentId", fault + "。");
        }
        else if (resident.ImplausibleOn(today) is { } implausible)
        {
            errors.Add("residentId", implausible + "。");
        }

        if (!MobileNumber.TryParse(input.Mobile, out var mobile, out fault))
        {
            errors.Add("mobile", fault + "。");
        }

        if (PasswordRule.Fault(input.Fresh, staff: false, mobile.Value, resident.Value) is { } weak)
        {
            errors.Add("fresh", weak);
        }
        else if (input.Fresh != input.Again)
        {
            errors.Add("again", "两次输入的密码不一样。");
        }

        return errors;
    }
}
