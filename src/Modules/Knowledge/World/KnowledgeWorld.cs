using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Knowledge.Contracts;
using Yimen.Knowledge.Limits;
using Yimen.Knowledge.Rechecks;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;
using Yimen.Platform.Worlds;

namespace Yimen.Knowledge.World;

/// <summary>The knowledge base of a world: the entries of each unit that has a file, in every stage, and what people did with them.</summary>
internal static class KnowledgeWorld
{
    private const string Asked = "knowledge/asked.json";
    private const int AtOnce = 60;

    public static async Task Load(WorldSource world, IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<AppDb>();
        var files = (await db.UnitRefs.Select(u => u.Id).ToListAsync(ct)).OrderBy(u => u.Value, StringComparer.Ordinal).Select(u => $"knowledge/{u.Value}.json").Where(world.Has).Select(world.Read<UnitFile>).ToList();
        if (files.Count == 0)
        {
            return;
        }

        var (now, ids) = (services.GetRequiredService<TimeProvider>().Now(), services.GetRequiredService<IdSource>());
        var limits = await db.KnowledgeLimitsOn(ChinaTime.DateOf(now), ct);
        var clock = await services.GetRequiredService<Calendars>().Of(services.GetRequiredService<CountyScope>().County, db, ct);
        var people = await People(db, ct);
        var making = new Making(people, await Items(db, files, ct), limits, clock, ids, now);
        var articles = files.SelectMany(f => f.Entries.Select(e => making.Entry(e, new UnitId(f.Unit)))).ToList();
        foreach (var some in articles.Chunk(AtOnce))
        {
            await Save(services, some, now, ct);
        }

        if (world.About.Demo && world.Has(Asked))
        {
            var asked = new AskedWorld(world.Read<AskedFile>(Asked), ids, now);
            var clerk = people.GetValueOrDefault((Roles.Clerk, null)) ?? Actor.System;
            var corrections = asked.Corrections(articles.ToDictionary(a => a.Title), limits, clock, (clerk, (role, unit) => people.GetValueOrDefault((role, unit)) ?? Actor.System));
            await Save(services, [.. asked.Used([.. articles.Where(a => a.State == ArticleState.Live)]), .. asked.Unanswered(), .. corrections], now, ct);
        }

        await services.GetRequiredService<RecheckCalls>().Run(now, ct);
    }

    private static async Task<Dictionary<(string Role, UnitId? Unit), Actor>> People(AppDb db, CancellationToken ct)
    {
        var people = await (from g in db.Set<Grant>() join a in db.Users on g.AccountId equals a.Id orderby a.UserName select new { g.Role, g.UnitCode, a.Id, a.DisplayName, a.Unit }).ToListAsync(ct);
        return people.DistinctBy(p => (p.Role, p.UnitCode)).ToDictionary(p => (p.Role, p.UnitCode.Length == 0 ? default(UnitId?) : new UnitId(p.UnitCode)), p => new Actor(p.Id, p.DisplayName, p.Unit));
    }

    private static async Task<ILookup<string, ItemRef>> Items(AppDb db, IEnumerable<UnitFile> files, CancellationToken ct)
    {
        var names = files.SelectMany(f => f.Entries).SelectMany(e => e.Items ?? []).Distinct().ToList();
        return (await db.ItemRefs.Where(i => names.Contains(i.Name) && i.Current != null).OrderBy(i => i.Unit).ToListAsync(ct)).ToLookup(i => i.Name);
    }

    private static async Task Save(IServiceProvider services, IEnumerable<object> made, DateTimeOffset now, CancellationToken ct)
    {
        var db = services.GetRequiredService<AppDb>();
        await services.GetRequiredService<Writer>().Write(new Act(Actor.System, now), () =>
        {
            db.AddRange(made);
            return Task.CompletedTask;
        }, ct);
        db.ChangeTracker.Clear();
    }
}
