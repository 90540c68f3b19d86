using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases.Deferrals;
using Yimen.Cases.Papers;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Worlds;

namespace Yimen.Cases.World;

/// <summary>
/// A few hundred cases of a demo world, in every state, over the last sixty days, through the verbs that people use. Who, what and when follow from one
/// fixed seed and the day of filling. Nobody in them lives: names say so, numbers are composed.
/// </summary>
internal static class CasesWorld
{
    private const int AtOnce = 40;

    public static async Task Load(WorldSource world, IServiceProvider services, CancellationToken ct)
    {
        var (db, scope) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<CountyScope>());
        var counter = await Counter.Of(db, ct);
        if (!world.About.Demo || counter.Subjects.Count == 0)
        {
            return;
        }

        var now = services.GetRequiredService<TimeProvider>().Now();
        var clock = await services.GetRequiredService<Calendars>().Of(scope.County, db, ct);
        var sample = await services.GetRequiredService<FileStore>().Receive(new MemoryStream(SamplePaper.Pdf), "示例材料.pdf", FileLimits.Material, ct);
        var making = new Making(db, counter, new Applicants(scope.County.Keys), services.GetRequiredService<CasePapers>(), clock, (sample, services.GetRequiredService<DeferralDesk>(), scope.County.Keys));
        // the oldest first, so that numbers rise as they would have
        foreach (var some in Plan.All(counter, clock, now).OrderBy(p => p.Filed).Chunk(AtOnce))
        {
            await Save(services, db, some, making, ct);
        }
    }

    private static async Task Save(IServiceProvider services, AppDb db, Plan[] some, Making making, CancellationToken ct)
    {
        await services.GetRequiredService<Writer>().Write(new Act(Actor.System, some[^1].Filed), async () =>
        {
            foreach (var plan in some)
            {
                await making.Make(plan, ct);
            }
        }, ct);
        db.ChangeTracker.Clear();
    }
}
