using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;
using Yimen.Platform.Worlds;

namespace Yimen.Organization.World;

/// <summary>Staff with their grants, and citizens. In a demo world all share one password; elsewhere nobody has one yet.</summary>
internal static class PeopleWorld
{
    private const int CheckedFaceToFace = 2;

    public static async Task Load(WorldSource world, IServiceProvider services, CancellationToken ct)
    {
        var act = new Act(Actor.System, services.GetRequiredService<TimeProvider>().Now(), $"装入世界 {world.Name}");
        await services.GetRequiredService<Accounts>().Create(act, [.. Staff(world), .. Citizens(world)], ct);
        await Seat(world, services, act, ct);
    }

    /// <summary>Who sits at which window, since it opened.</summary>
    private static async Task Seat(WorldSource world, IServiceProvider services, Act act, CancellationToken ct)
    {
        var db = services.GetRequiredService<AppDb>();
        var places = !world.Has("staff.json") ? [] : world.Read<StaffFile>("staff.json").Staff.SelectMany(s => (s.Windows ?? []).Select(w => (s.User, Window: w))).ToList();
        var people = await db.Set<Account>().AsNoTracking().Where(a => a.Kind == AccountKind.Staff).ToDictionaryAsync(a => a.UserName!, a => (a.Id, a.DisplayName), ct);
        await services.GetRequiredService<Writer>().Write(act, async () =>
        {
            var windows = await db.Windows.ToDictionaryAsync(w => w.Code, ct);
            db.AddRange(places.Select(p => windows[p.Window].Seat(people[p.User], [], windows[p.Window].OpenedOn, act)));
        }, ct);
    }

    private static IEnumerable<NewAccount> Staff(WorldSource world) => !world.Has("staff.json") ? [] :
        world.Read<StaffFile>("staff.json").Staff.Select(s => new NewAccount(s.User, s.Name, AccountKind.Staff)
        {
            Unit = Unit(s.Unit),
            Grants = [.. s.Roles.Select(r => new RoleScope(r.Role, Unit(r.ScopeUnit), r.ScopeArea is null ? null : new AreaCode(r.ScopeArea)))],
        });

    private static IEnumerable<NewAccount> Citizens(WorldSource world) => !world.Has("citizens.json") ? [] :
        world.Read<CitizenFile>("citizens.json").People.Select(p => new NewAccount(p.User, p.Name, AccountKind.Citizen)
        {
            ResidentId = p.ResidentId, Mobile = p.Mobile, Assurance = p.ResidentId is null ? 0 : CheckedFaceToFace,
        });

    private static UnitId? Unit(string? code) => code is null ? null : new UnitId(code);
}
