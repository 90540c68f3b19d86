using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity.SignIn;
using Yimen.Platform.Journal;
using Yimen.Platform.Points;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Identity.My;

public sealed record MyAccountView(AccountSummary Account, EarlierSignIn Earlier, IReadOnlyList<TimelineEntry> Lately);

/// <summary>Who comes with a token, as the API says it.</summary>
public sealed record Me(Guid Account, string Name, AccountKind Kind, UnitId? Unit, IReadOnlyList<MyRole> Roles);

/// <param name="Unit">Null: every unit.</param>
/// <param name="Area">Null: the whole county.</param>
public sealed record MyRole(string Role, UnitId? Unit, AreaCode? Area);

/// <summary>账号 — what the register holds about the visitor, and who came in under that name.</summary>
internal static class MyAccount
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/account", (HttpContext http) => Page.Then(http, "/my/account")).RequireAuthorization();
        app.MapGet("/my/account", Show).RequireAuthorization();
        app.MapGet("/api/v1/me", Tell).RequireAuthorization().WithTags("账号").WithSummary("当前令牌代表谁");
        app.MapPost("/my/account/sign-out-everywhere", SignOutEverywhere).RequireAuthorization();
    }

    private static async Task<IResult> Show(HttpContext http, Accounts accounts, AppDb db, CountyScope scope, EarlierSignIns earlier, UnitNames units, CancellationToken ct)
    {
        var account = await accounts.Read(http.Visitor.Actor.AccountId, ct) ?? throw new NotThere();
        var entries = await db.Set<JournalEntry>().AsNoTracking().Where(j => j.Kind == Account.MatterKind && j.MatterId == account.Id)
            .OrderByDescending(j => j.Number).Take(15).ToListAsync(ct);
        return Page.Of<MyAccountPage>(http, new MyAccountView(await AccountSummary.Of(account, scope.County.Keys).Named(units, ct), await earlier.BeforeLast(account.Id, ct), [.. entries.Select(AccountStory.Entry)]));
    }

    private static Ok<Me> Tell(HttpContext http)
    {
        var visitor = http.Visitor;
        return TypedResults.Ok(new Me(visitor.Actor.AccountId, visitor.Actor.Name, visitor.Kind, visitor.Actor.Unit, [.. visitor.Scopes.Select(s => new MyRole(s.Role, s.Unit, s.Area))]));
    }

    private static async Task<IResult> SignOutEverywhere(HttpContext http, Accounts accounts, CountyScope scope, IdSource ids, CancellationToken ct)
    {
        var act = http.Act();
        var account = await accounts.Change(act, act.By.AccountId, a => a.SignOutEverywhere(act, ids.NewToken(16)), ct);
        await http.SignInAsync(Schemes.Cookie, SignInClaims.Of(account, scope.County, http.Visitor.LastSignIn));
        return Page.Then(http, "/my/account", "其他设备上的登录将在一分钟内失效。");
    }
}
