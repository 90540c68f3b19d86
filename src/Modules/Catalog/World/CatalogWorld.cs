using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Worlds;

namespace Yimen.Catalog.World;

/// <summary>The catalogue of a world: basic entries, offers, items with their versions, hall, windows and cross-region rows.</summary>
internal static class CatalogWorld
{
    private const string Items = "catalogue/items.jsonl";
    private const string OpenOffers = "catalogue/offers-open.json";

    // large enough that commits do not count, small enough that the change tracker stays quick
    private const int LinesAtOnce = 100;

    public static async Task Load(WorldSource world, IServiceProvider services, CancellationToken ct)
    {
        if (!world.Has(Items))
        {
            return;
        }

        var db = services.GetRequiredService<AppDb>();
        var bodies = await Bodies.Of(db, ct);
        var paper = await services.GetRequiredService<FileStore>().Receive(new MemoryStream(SamplePaper.Pdf), "示例表格.pdf", FileLimits.Material, ct);
        var making = new Making(bodies, services.GetRequiredService<IdSource>(), paper);
        var lines = world.Lines<ItemLine>(Items).ToList();
        var basics = lines.DistinctBy(l => l.BasicCode).Select(l => Making.Basic(l, bodies.Unit(l.Unit).Name)).ToDictionary(b => b.Code);
        await Save(services, basics.Values, ct);
        foreach (var some in lines.Chunk(LinesAtOnce))
        {
            await Save(services, some.SelectMany(line => making.All(line, basics[line.BasicCode])), ct);
        }

        await Bindings.Insert(db, making.Bindings, ct);
        await LoadOpenOffers(world, services, making, bodies, ct);
    }

    private static async Task LoadOpenOffers(WorldSource world, IServiceProvider services, Making making, Bodies bodies, CancellationToken ct)
    {
        var open = world.Has(OpenOffers) ? world.Read<OpenOfferFile>(OpenOffers).Offers : [];
        var basics = open.DistinctBy(o => o.BasicCode).ToDictionary(o => o.BasicCode, o => new BasicItem
        {
            Code = o.BasicCode, Name = o.MainName, Type = o.BasicCode[2..4], MainName = o.MainName,
            Department = bodies.Unit(o.Unit).Name, EffectiveFrom = new(o.Offer.OfferedOn.Year, 1, 1),
        });
        await Save(services, [.. basics.Values, .. open.Select(o => making.Open(o, basics[o.BasicCode]))], ct);
    }

    private static async Task Save(IServiceProvider services, IEnumerable<object> made, CancellationToken ct)
    {
        var db = services.GetRequiredService<AppDb>();
        var act = new Act(Actor.System, services.GetRequiredService<TimeProvider>().Now());
        await services.GetRequiredService<Writer>().Write(act, () =>
        {
            db.AddRange(made);
            return Task.CompletedTask;
        }, ct);
        db.ChangeTracker.Clear();
    }
}
