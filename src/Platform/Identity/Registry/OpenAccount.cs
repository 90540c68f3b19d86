using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Points;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Identity.Registry;

public sealed record OpenAccountInput
{
    public string? User { get; init; }

    public string? Name { get; init; }

    public string? Unit { get; init; }

    public string? Mobile { get; init; }
}

/// <param name="Href">Where the form posts to: a new account, or the particulars of one.</param>
public sealed record OpenAccountView(OpenAccountInput Input, FormErrors? Errors, string Href, bool IsNew);

/// <summary>开立账号、修改资料 — staff only; citizens register themselves. Rights are given on their own page.</summary>
internal static partial class OpenAccount
{
    private const string New = "/desk/accounts/new";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(New, (HttpContext http) => Page.Of<OpenAccountPage>(http, new OpenAccountView(new(), null, New, true))).RequirePermission(AccountRights.Manage);
        app.MapPost(New, Handle).RequirePermission(AccountRights.Manage);
        app.MapGet("/desk/accounts/{id:guid}/particulars", ShowParticulars).RequirePermission(AccountRights.Manage);
        app.MapPost("/desk/accounts/{id:guid}/particulars", Amend).RequirePermission(AccountRights.Manage);
    }

    private static async Task<IResult> Handle(HttpContext http, [FromForm] OpenAccountInput input, Accounts accounts, Writer writer, UnitNames units, CancellationToken ct)
    {
        var errors = await Check(input, isNew: true, units, ct);
        if (errors.Count > 0)
        {
            return Page.Again<OpenAccountPage>(http, new OpenAccountView(input, errors, New, true));
        }

        var act = http.Act();
        var wanted = new NewAccount(input.User!.Trim(), input.Name!.Trim(), AccountKind.Staff) { Unit = UnitOf(input), Mobile = MobileOf(input) };
        try
        {
            var id = await writer.Write(act, http.IdempotencyKey, async () => (await accounts.Add(act, wanted, ct)).Id, ct);
            return Page.Then(http, $"/desk/accounts/{id}", "账号已开立。请安全管理员授权，再用一次性链接让本人设置密码。");
        }
        catch (RuleViolation taken) when (taken.Code == "user-taken")
        {
            errors.Add("user", taken.Message);
            return Page.Again<OpenAccountPage>(http, new OpenAccountView(input, errors, New, true));
        }
    }

    private static async Task<IResult> ShowParticulars(HttpContext http, Guid id, Accounts accounts, Counties.CountyScope scope, CancellationToken ct)
    {
        var account = await accounts.Read(id, ct) ?? throw new NotThere();
        var input = new OpenAccountInput { User = account.UserName, Name = account.DisplayName, Unit = account.Unit?.Value, Mobile = scope.County.Keys.Open(account.Mobile) };
        return Page.Of<OpenAccountPage>(http, new OpenAccountView(input, null, $"/desk/accounts/{id}/particulars", false));
    }

    private static async Task<IResult> Amend(HttpContext http, Guid id, [FromForm] OpenAccountInput input, Accounts accounts, UnitNames units, CancellationToken ct)
    {
        var errors = await Check(input, isNew: false, units, ct);
        if (errors.Count > 0)
        {
            return Page.Again<OpenAccountPage>(http, new OpenAccountView(input, errors, $"/desk/accounts/{id}/particulars", false));
        }

        var act = http.Act();
        await accounts.Change(act, id, a => a.Amend(act, input.Name!.Trim(), UnitOf(input), MobileOf(input), http.RequestServices.GetRequiredService<Counties.CountyScope>().County.Keys), ct);
        return Page.Then(http, $"/desk/accounts/{id}", "资料已修改。");
    }

    private static async Task<FormErrors> Check(OpenAccountInput input, bool isNew, UnitNames units, CancellationToken ct)
    {
        var errors = new FormErrors();
        if (isNew && !UserName().IsMatch(input.User?.Trim() ?? ""))
        {
            errors.Add("user", "登录名为3至40位小写字母、数字或短横线，以字母开头。");
        }

        if (input.Name?.Trim() is not { Length: >= 2 and <= 40 })
        {
            errors.Add("name", "请填写姓名，2至40字。");
        }

        if (!string.IsNullOrWhiteSpace(input.Unit) && !UnitCode().IsMatch(input.Unit.Trim()))
        {
            errors.Add("unit", "单位代码由大写字母、数字和短横线组成。");
        }
        else if (UnitOf(input) is { } unit && await units.WhyNot(unit.Value, ct) is { } why)
        {
            errors.Add("unit", why);
        }

        if (!string.IsNullOrWhiteSpace(input.Mobile) && !MobileNumber.TryParse(input.Mobile, out _, out string fault))
        {
            errors.Add("mobile", fault + "。");
        }

        return errors;
    }

    private static UnitId? UnitOf(OpenAccountInput input) => string.IsNullOrWhiteSpace(input.Unit) ? null : new UnitId(input.Unit.Trim());

    private static string? MobileOf(OpenAccountInput input) => string.IsNullOrWhiteSpace(input.Mobile) ? null : MobileNumber.Parse(input.Mobile).Value;

    // never all digits: what looks like a telephone or a resident id is looked up as one at the door
    [GeneratedRegex("^[a-z][a-z0-9-]{2,39}$")]
    private static partial Regex UserName();

    [GeneratedRegex("^[A-Z0-9-]{2,40}$")]
    internal static partial Regex UnitCode();
}
