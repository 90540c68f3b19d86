using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Http;
using Yimen.Platform.Identity.Mandates;
using Yimen.Platform.Journal;

namespace Yimen.Platform.Identity;

/// <summary>The verbs of this room and who may do them.</summary>
public static class AccountRights
{
    public const string Read = "accounts.read";
    public const string Manage = "accounts.manage";
    public const string Grant = "accounts.grant";
    public const string Unlatch = "accounts.unlatch";
    public const string Verify = "accounts.verify";
    public const string Roles = "roles.read";

    /// <summary>
    /// 三员分立: no one person takes an account over. A password link and the removal of the second factor lie in two hands; and those who watch the system administrator
    /// (security, audit) get their link from the security administrator, and are suspended by nobody else: never by the one they watch.
    /// </summary>
    internal static bool Keeps(Visitor visitor, Account account, AccountVerb verb, PermissionTable table) => visitor.May(table, (verb, Identity.Roles.Watches(account.Grants.Select(g => g.Role))) switch
    {
        (AccountVerb.Regrant, _) or (AccountVerb.OfferLink or AccountVerb.Lock or AccountVerb.Unlock or AccountVerb.Close, true) or (AccountVerb.DropSecondFactor, false) => Grant,
        _ => Manage,
    });

    internal static IServiceCollection AddAccountRights(this IServiceCollection services)
    {
        services.AddPermissions(
            new(Read, "查看账号", Identity.Roles.Administrator, Identity.Roles.Security, Identity.Roles.Auditor),
            new(Manage, "开立、修改账号", Identity.Roles.Administrator),
            new(Unlatch, "停用、注销账号，发出密码链接，停用动态口令（各管各的账号）", Identity.Roles.Administrator, Identity.Roles.Security),
            // who opens accounts gives no rights, and who gives rights opens no accounts; nobody changes their own rights
            new(Grant, "调整授权", Identity.Roles.Security),
            new(Verify, "现场核验身份，登记委托", Identity.Roles.Clerk, Identity.Roles.TownClerk),
            new(Roles, "查看权限表", [.. Identity.Roles.Privileged]));
        services.AddSingleton(new RailEntry(30, "办件", "身份核验", "/desk/verification", "user", Verify));
        services.AddSingleton(new RailEntry(31, "办件", "委托登记", "/desk/delegations", "users", Verify));
        services.AddSingleton(new RailEntry(910, "系统", "账号", "/desk/accounts", "users", Read));
        services.AddSingleton(new RailEntry(911, "系统", "权限表", "/desk/roles", "key", Roles));
        services.AddJournalKind(Organisation.MatterKind, "法人").AddJournalWords<OrganisationVerb>(Organisation.MatterKind).AddJournalWords<OrganisationState>(Organisation.MatterKind);
        services.AddJournalKind(Mandate.MatterKind, "授权").AddJournalWords<MandateVerb>(Mandate.MatterKind).AddJournalWords<MandateState>(Mandate.MatterKind);
        return services;
    }
}
