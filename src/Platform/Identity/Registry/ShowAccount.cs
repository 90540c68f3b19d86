using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Journal;
using Yimen.Platform.Points;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Identity.Registry;

/// <param name="Story">Journal entries, for those who may manage or audit.</param>
/// <param name="Link">A one-time link just offered, shown this once.</param>
public sealed record AccountView(AccountSummary Account, IReadOnlyList<AccountVerb> Verbs, IReadOnlyList<TimelineEntry> Story, string? Link)
{
    public bool Can(AccountVerb verb) => Verbs.Contains(verb);
}

/// <summary>One account: what it may do, what may be done with it, what was done.</summary>
internal static class ShowAccount
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/accounts/{id:guid}", Show).RequirePermission(AccountRights.Read);

    private static async Task<IResult> Show(HttpContext http, Guid id, Accounts accounts, AppDb db, CountyScope scope, PermissionTable table) =>
        Page.Of<AccountPage>(http, await View(http, await accounts.Read(id, http.RequestAborted) ?? throw new NotThere(), db, scope, table));

    internal static async Task<AccountView> View(HttpContext http, Account account, AppDb db, CountyScope scope, PermissionTable table)
    {
        var entries = await db.Set<JournalEntry>().AsNoTracking().Where(j => j.Kind == Account.MatterKind && j.MatterId == account.Id)
            .OrderByDescending(j => j.Number).Take(50).ToListAsync(http.RequestAborted);
        var units = http.RequestServices.GetRequiredService<UnitNames>();
        return new(await AccountSummary.Of(account, scope.County.Keys).Named(units, http.RequestAborted), [.. VerbsFor(http.Visitor, account, table)], [.. entries.Select(AccountStory.Entry)], null);
    }

    /// <summary>The verbs that the state allows and the visitor may do.</summary>
    private static IEnumerable<AccountVerb> VerbsFor(Visitor visitor, Account account, PermissionTable table)
    {
        var own = account.Id == visitor.Actor.AccountId;
        return Enum.GetValues<AccountVerb>().Where(v => !own && Fits(v, account) && account.Can(v) && AccountRights.Keeps(visitor, account, v, table));
    }

    // what is done with an account from its page, and only where there is something to be done
    private static bool Fits(AccountVerb verb, Account account) => verb switch
    {
        AccountVerb.Regrant => account.Kind == AccountKind.Staff,
        AccountVerb.DropSecondFactor => account.TwoFactorEnabled,
        AccountVerb.Amend or AccountVerb.OfferLink or AccountVerb.Lock or AccountVerb.Unlock or AccountVerb.Close => true,
        _ => false,
    };
}
