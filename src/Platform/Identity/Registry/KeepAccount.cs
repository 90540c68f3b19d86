using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity.Links;

namespace Yimen.Platform.Identity.Registry;

public sealed record ReasonInput
{
    public string? Reason { get; init; }
}

/// <summary>停用、恢复、注销、重置 — each by its own post, each with a reason that the journal keeps.</summary>
internal static class KeepAccount
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        var one = app.MapGroup("/desk/accounts/{id:guid}");
        Verb("lock", AccountVerb.Lock, "账号已停用，一分钟内退出登录。", (a, act) => a.Lock(act));
        Verb("unlock", AccountVerb.Unlock, "账号已恢复。", (a, act) => a.Unlock(act));
        Verb("closure", AccountVerb.Close, "账号已注销。", (a, act) => a.Close(act));
        one.MapPost("second-factor-removal", DropSecondFactor).RequirePermission(AccountRights.Unlatch);
        one.MapPost("link", OfferLink).RequirePermission(AccountRights.Unlatch);

        void Verb(string path, AccountVerb verb, string notice, Action<Account, Act> change) => one.MapPost(path, async (HttpContext http, Guid id, [FromForm] ReasonInput input, Accounts accounts, PermissionTable table) =>
        {
            await Kept(http, id, verb, accounts, table);
            var act = ActOf(http, input);
            await accounts.Change(act, id, a => change(a, act), http.RequestAborted);
            return Page.Then(http, $"/desk/accounts/{id}", notice);
        }).RequirePermission(AccountRights.Unlatch);
    }

    private static async Task<IResult> DropSecondFactor(HttpContext http, Guid id, [FromForm] ReasonInput input, Accounts accounts, PermissionTable table)
    {
        await Kept(http, id, AccountVerb.DropSecondFactor, accounts, table);
        var act = ActOf(http, input);
        await accounts.Change(act, id, a => a.DropSecondFactor(act), http.RequestAborted);
        return Page.Then(http, $"/desk/accounts/{id}", "动态口令已停用，下次登录时需要重新启用。");
    }

    // 三员分立: an account that is another's to keep looks as if it were not there
    private static async Task Kept(HttpContext http, Guid id, AccountVerb verb, Accounts accounts, PermissionTable table)
    {
        if (await accounts.Read(id, http.RequestAborted) is not { } account || !AccountRights.Keeps(http.Visitor, account, verb, table))
        {
            throw new NotThere();
        }
    }

    private static async Task<IResult> OfferLink(
        HttpContext http, Guid id, [FromForm] ReasonInput input, OneTimeLinks links, Accounts accounts, AppDb db)
    {
        await Kept(http, id, AccountVerb.OfferLink, accounts, http.RequestServices.GetRequiredService<PermissionTable>());
        var path = await links.Offer(ActOf(http, input), id, http.RequestAborted);
        var (scope, table) = (http.RequestServices.GetRequiredService<CountyScope>(), http.RequestServices.GetRequiredService<PermissionTable>());
        var view = await ShowAccount.View(http, (await accounts.Read(id, http.RequestAborted))!, db, scope, table);
        return Page.Of<AccountPage>(http, view with { Link = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}{path}" });
    }

    private static Act ActOf(HttpContext http, ReasonInput input) => input.Reason?.Trim() is { Length: >= 2 and <= 200 } reason
        ? http.Act(reason)
        : throw new RuleViolation("reason-needed", "请写明原因，2至200字。");
}
