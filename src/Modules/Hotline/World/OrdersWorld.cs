using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.City;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Limits;
using Yimen.Hotline.Links;
using Yimen.Hotline.Rules;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Limits;
using Yimen.Platform.Worlds;

namespace Yimen.Hotline.World;

/// <summary>Some hundred orders of a demo world in every state over the last two months. Who, what and when follow from the plan and the day of filling; nobody in them lives.</summary>
internal static class OrdersWorld
{
    internal const string File = "hotline.json";
    private const int AtOnce = 30;

    private const int RuleSeed = 123;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static async Task Load(WorldSource world, IServiceProvider services, CancellationToken ct)
    {
        var (db, scope) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<CountyScope>());
        var people = await OrderPeople.Of(db, ct);
        if (!world.About.Demo || !world.Has(File) || !people.IsStaffed)
        {
            return;
        }

        var matters = Read(world);
        var (now, clock) = (services.GetRequiredService<TimeProvider>().Now(), await services.GetRequiredService<Calendars>().Of(scope.County, db, ct));
        var towns = await Towns(db, ct);
        var scan = await services.GetRequiredService<FileStore>().Receive(new MemoryStream(SamplePaper.Pdf), "盖章答复（示例）.pdf", FileLimits.Material, ct);
        var making = new OrderMaking(db, people, clock, await OrderLimitTable.The.All(db, ct), scope.County.Keys, scan);
        var plans = OrderPlan.All(matters, towns, clock, ChinaTime.DateOf(now)).Where(p => p.Matter.Unit == "TOWN" || people.Answers(new(p.Matter.Unit))).OrderBy(p => p.Received).ThenBy(p => p.N).ToList();
        var writer = services.GetRequiredService<Writer>();
        foreach (var some in plans.Chunk(AtOnce))
        {
            await writer.Write(new Act(Actor.System, some[^1].At(some[^1].Received, 8)), () =>
            {
                Array.ForEach(some, plan => making.Make(plan));
                return Task.CompletedTask;
            }, ct);
            db.ChangeTracker.Clear();
        }

        await Follow(db, writer, people, now, ct);
        await Ruled(db, writer, people, now, ct);
        await Counted(db, writer, now, ct);
    }

    // the newest follow one that is handled already, about the same; a few callers called twice
    private static async Task Follow(AppDb db, Writer writer, OrderPeople people, DateTimeOffset now, CancellationToken ct) =>
        await writer.Write(new Act(Actor.System, now), async () =>
        {
            var waiting = await db.Orders.Whole.Where(o => o.State == OrderState.Received && o.ContentClass != "").OrderBy(o => o.Number).ToListAsync(ct);
            foreach (var o in waiting)
            {
                var master = await db.Orders.Whole.Where(m => m.Title == o.Title && m.Id != o.Id && (m.State == OrderState.Dispatched || m.State == OrderState.Signed || m.State == OrderState.Handling || m.State == OrderState.UnitReview)).OrderBy(m => m.Number).FirstOrDefaultAsync(ct);
                if (master is not null)
                {
                    o.Follow(master, LinkKind.SameMatter, new Act(people.Office(0), now.AddMinutes(-30)));
                }
            }
        }, ct);

    // of what was decided together every other became a rule for the like of it
    private static async Task Ruled(AppDb db, Writer writer, OrderPeople people, DateTimeOffset now, CancellationToken ct) =>
        await writer.Write(new Act(people.Office(0), now.AddMinutes(-20)), async () =>
        {
            var (act, ids) = (new Act(people.Office(0), now.AddMinutes(-20)), IdSource.Seeded(RuleSeed));
            var decided = await db.Orders.Whole.Where(o => o.Coordinations.Any(c => c.DecidedAt != null)).OrderBy(o => o.Number).ToListAsync(ct);
            foreach (var o in decided.DistinctBy(o => o.ContentClass).Where((_, n) => n % 2 == 0))
            {
                var basis = $"协调决定（{o.Number}）：由承办单位牵头处理，属地镇街配合";
                db.Add(DispatchRule.Make(ids.NewId(act.Now), o, new(o.ContentClass, [], null, o.Unit!.Value, basis, act.Today, null), act));
            }
        }, ct);

    // what the city says of the last working day: all but one arrived
    private static async Task Counted(AppDb db, Writer writer, DateTimeOffset now, CancellationToken ct) =>
        await writer.Write(new Act(CityInbox.City, now), async () =>
        {
            var last = await db.Set<CityMessage>().Where(m => m.Direction == CityDirection.In).MaxAsync(m => (DateOnly?)m.On, ct);
            if (last is { } day)
            {
                var sent = await db.Set<CityMessage>().Where(m => m.On == day && m.Direction == CityDirection.In).Select(m => m.SourceNumber).ToListAsync(ct);
                db.Add(new CityCount { On = day, Sent = [.. sent, $"SG{day:yyyyMMdd}99999"], Heard = [], At = now });
            }
        }, ct);

    private static async Task<List<WorldTown>> Towns(AppDb db, CancellationToken ct)
    {
        var villages = (await db.DivisionRefs.Where(d => d.Level == 6).OrderBy(d => d.Code).Select(d => new { d.Parent, d.Code, d.Name }).ToListAsync(ct)).ToLookup(v => v.Parent, v => (v.Code, v.Name));
        var towns = await (from d in db.DivisionRefs join u in db.UnitRefs on d.Code equals u.Area where d.Level == 5 && u.Kind == UnitKind.Town orderby d.Code select new { d.Code, d.Name, u.Id }).ToListAsync(ct);
        return [.. towns.Select(t => new WorldTown(t.Code, t.Name, t.Id, [.. villages[t.Code]]))];
    }

    internal static OrderMatters Read(WorldSource world) =>
        JsonSerializer.Deserialize<OrderMatters>(world.Read<JsonElement>(File), Json)!;
}
