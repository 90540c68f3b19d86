using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Villages;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Worlds;

namespace Yimen.Hotline.World;

/// <summary>What towns of a demo world gave their villages to look into this morning: every other has come back.</summary>
internal static class ErrandWorld
{
    private const string File = "hotline.json";
    private const int Most = 12;

    public static async Task Load(WorldSource world, IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<AppDb>();
        var people = await OrderPeople.Of(db, ct);
        if (!world.About.Demo || !world.Has(File) || !people.IsStaffed)
        {
            return;
        }

        var now = services.GetRequiredService<TimeProvider>().Now();
        var today = ChinaTime.DateOf(now);
        DateTimeOffset At(int minutesAgo) => Moments.Of(today, 0, now, TimeSpan.FromMinutes(minutesAgo));
        var villages = (await (from u in db.UnitRefs where u.Kind == UnitKind.Town join d in db.DivisionRefs on u.Area equals d.Parent where d.Level == 6 orderby d.Code select new { u.Id, d.Code, d.Name }).ToListAsync(ct)).ToLookup(v => v.Id);
        await services.GetRequiredService<Writer>().Write(new Act(Actor.System, now), async () =>
        {
            var towns = villages.Select(v => v.Key).ToList();
            foreach (var (o, n) in (await db.Orders.Whole.Where(o => (o.State == OrderState.Signed || o.State == OrderState.Handling) && o.Paused == null && towns.Contains(o.Unit!.Value)).OrderBy(o => o.Number).Take(Most).ToListAsync(ct)).Select((o, n) => (o, n)))
            {
                var (village, liaison) = (villages[o.Unit!.Value].ElementAt(n % villages[o.Unit!.Value].Count()), people.Liaison(o.Unit!.Value));
                o.HandDown(new(village.Code, village.Name, "到现场核实情况，拍照，能当场解决的当场解决。", o.Due > today ? o.Due.Value : today), new(liaison, At(60)));
                if (n % 2 == 0)
                {
                    o.TakeFeedback(village.Code, "网格员已到现场，情况属实，已先行处理并拍照，后续由镇里安排。", new(liaison, At(20)));
                }
            }
        }, ct);
    }
}
