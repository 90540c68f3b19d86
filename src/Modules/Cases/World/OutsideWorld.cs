using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases.OutsideCases;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Worlds;

namespace Yimen.Cases.World;

/// <summary>A few dozen registrations of matters that run in other systems, in every state, through the same verbs.</summary>
internal static class OutsideWorld
{
    private const int Items = 24;
    private const int Most = 72;
    private const int Seed = 12345;

    public static async Task Load(WorldSource world, IServiceProvider services, CancellationToken ct)
    {
        var (db, scope) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<CountyScope>());
        var (counter, now) = (await Counter.Of(db, ct), services.GetRequiredService<TimeProvider>().Now());
        var offers = world.About.Demo ? await Offers(services, db, counter, ct) : [];
        if (offers.Count == 0)
        {
            return;
        }

        var clock = await services.GetRequiredService<Calendars>().Of(scope.County, db, ct);
        var (days, random, ids, names) = (new Days(clock, ChinaTime.DateOf(now), new Random(Seed)), new Random(Seed), IdSource.Seeded(Seed), new Applicants(scope.County.Keys));
        var plans = Enumerable.Range(0, Most).Select(n => (N: n, Offer: offers[n % offers.Count], On: days.Back(1 + random.Next(38)))).OrderBy(p => p.On).ToList();
        await services.GetRequiredService<Writer>().Write(new Act(Actor.System, now), () =>
        {
            foreach (var (n, offer, on) in plans)
            {
                var (window, act) = (offer.Windows[n % offer.Windows.Count], new Act(counter.Clerk(offer.Windows[n % offer.Windows.Count])!, Days.At(on, 10, n % 50)));
                var entry = new OutsideEntry(offer.Subject, $"DEMO{on:yyyyMMdd}{n:0000}", names.Person(n).Name, on, window.Code, window.Area);
                var made = OutsideCase.Register(ids.NewId(act.Now), entry, act, clock);
                Follow(made, n, act, days);
                db.Add(made);
            }

            return Task.CompletedTask;
        }, ct);
        db.ChangeTracker.Clear();
    }

    // most are finished over there, a few wait for papers or were refused
    private static void Follow(OutsideCase made, int n, Act act, Days days)
    {
        OutsideVerb? said = (n % 8) switch { 0 => null, 1 => OutsideVerb.AskCorrection, 2 => OutsideVerb.Deny, 3 => OutsideVerb.End, _ => OutsideVerb.Grant };
        if (said is { } verb)
        {
            var on = days.After(made.AcceptedOn, Math.Min(n % 6, days.Between(made.AcceptedOn)));
            made.Report(verb, on, act with { Now = Days.At(on, 16, n % 50) });
        }
    }

    private static async Task<List<Offer>> Offers(IServiceProvider services, AppDb db, Counter counter, CancellationToken ct)
    {
        var found = await services.GetRequiredService<OutsideItems>().All.OrderBy(s => s.Item.BasicCode).ThenBy(s => s.Item.Id).Select(s => s.Item.Id).ToListAsync(ct);
        var windows = (await (from b in db.WindowBindingRefs where b.To == null join w in db.WindowRefs on b.Window equals w.Code orderby b.ItemId, w.Code select new { b.ItemId, w }).ToListAsync(ct))
            .ToLookup(b => b.ItemId, b => b.w);
        var served = found.Where(id => windows[id].Any(w => counter.Clerk(w) is not null)).ToList();
        var offers = new List<Offer>();
        foreach (var id in served.Where((_, n) => n % Math.Max(1, served.Count / Items) == 0).Take(Items))
        {
            offers.Add(new(await db.SubjectOf(id, ct), [.. windows[id].Where(w => counter.Clerk(w) is not null)]));
        }

        return offers;
    }
}
