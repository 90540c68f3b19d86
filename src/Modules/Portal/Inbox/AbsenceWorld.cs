using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;
using Yimen.Platform.Worlds;

namespace Yimen.Portal.Inbox;

/// <summary>One person of a demo world who is away for some days from the day of filling on.</summary>
internal sealed record WorldAbsence(string User, string Partner, int Days);

/// <summary>外出登记 of a demo world, so that it shows how who stands in is reached.</summary>
internal static class AbsenceWorld
{
    private const string File = "absences.json";
    private const int Seed = 59;

    public static async Task Load(WorldSource world, IServiceProvider services, CancellationToken ct)
    {
        if (!world.About.Demo || !world.Has(File))
        {
            return;
        }

        var (db, now, ids) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<TimeProvider>().Now(), IdSource.Seeded(Seed));
        foreach (var away in world.Read<List<WorldAbsence>>(File))
        {
            var people = await db.Users.AsNoTracking().Include(a => a.Grants).Where(a => a.UserName == away.User || a.UserName == away.Partner).ToListAsync(ct);
            if (people.Find(a => a.UserName == away.User) is { } one && people.Find(a => a.UserName == away.Partner) is { } other)
            {
                var act = new Act(one.AsActor, now);
                await services.GetRequiredService<Writer>().Write(act, () =>
                {
                    db.Add(Absence.Begin(ids.NewId(now), (Of(one), Of(other)), (act.Today, act.Today.AddDays(away.Days - 1)), [], act));
                    return Task.CompletedTask;
                }, ct);
            }
        }
    }

    private static Colleague Of(Account a) => new(a.Id, a.DisplayName, a.Unit?.Value, 0, [.. a.Grants.Select(g => g.Role)]);
}
