using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;
using Yimen.Platform.Identity.Links;

namespace Yimen.Web.Commands;

/// <summary>A county of its own begins with a system, a security and an audit administrator who have no password: whoever sees the console of the first start hands each their one-time link.</summary>
internal static class FirstAdministrator
{
    // 三员分立: three people, three links
    private static readonly string[] Three = [Roles.Administrator, Roles.Security, Roles.Auditor];

    /// <summary>A line for each of the three whose holders all lack a password; each start gives a fresh link and makes the earlier one worthless.</summary>
    public static async Task<IReadOnlyList<string>> Links(IServiceProvider services, string address)
    {
        var lines = new List<string>();
        foreach (var county in services.GetRequiredService<CountyDirectory>().All.Where(c => !c.Demo))
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CountyScope>().Choose(county);
            foreach (var role in Three)
            {
                if (await Waiting(scope.ServiceProvider.GetRequiredService<AppDb>(), role) is not { } account)
                {
                    continue;
                }

                var act = new Act(Actor.System, services.GetRequiredService<TimeProvider>().Now(), "首次启动");
                var path = await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().Offer(act, account.Id);
                lines.Add($"{county.Name}：{Roles.Names[role]} {account.UserName} 还没有密码，请打开 {address.TrimEnd('/')}/{county.Code}{path} 设置，24小时内有效，只能使用一次。");
            }
        }

        return lines;
    }

    private static async Task<Account?> Waiting(AppDb db, string role)
    {
        var holders = await db.Set<Account>().AsNoTracking()
            .Where(a => a.State == AccountState.Active && a.Grants.Any(g => g.Role == role)).OrderBy(a => a.OpenedAt).ThenBy(a => a.Id).ToListAsync();
        return holders.Exists(a => a.PasswordHash is not null) ? null : holders.FirstOrDefault();
    }
}
