using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;
using Yimen.Platform.Worlds;

namespace Yimen.Portal.Inbox;

/// <summary>The AB pairs of a world's staff, as far as both do the same work in the same unit.</summary>
internal static class PairsWorld
{
    public static async Task Load(WorldSource world, IServiceProvider services, CancellationToken ct)
    {
        if (!world.Has("staff.json"))
        {
            return;
        }

        var db = services.GetRequiredService<AppDb>();
        var act = new Act(Actor.System, services.GetRequiredService<TimeProvider>().Now());
        var staff = await db.Set<Account>().AsNoTracking().Include(a => a.Grants).Where(a => a.Kind == AccountKind.Staff).ToDictionaryAsync(a => a.UserName!, ct);
        await services.GetRequiredService<Writer>().Write(act, () =>
        {
            db.AddRange(world.Read<PairFile>("staff.json").Staff.Where(s => s.Partner is not null).Select(s => (Away: staff[s.User], Partner: staff[s.Partner!]))
                .Where(p => p.Away.Unit == p.Partner.Unit && p.Away.Grants.Any(g => p.Partner.Grants.Any(o => o.Role == g.Role)))
                .Select(p => new StandingPair { Account = p.Away.Id, Partner = p.Partner.Id }));
            return Task.CompletedTask;
        }, ct);
    }

    private sealed record PairFile(IReadOnlyList<PairLine> Staff);

    private sealed record PairLine(string User, string? Partner);
}
