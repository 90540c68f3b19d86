using Microsoft.Extensions.DependencyInjection;
using Yimen.Catalog.Fields;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Worlds;

namespace Yimen.Catalog.World;

/// <summary>The national and provincial dictionaries, which every county starts with, whatever its world.</summary>
internal static class CodesWorld
{
    public static async Task Load(WorldSource world, IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<AppDb>();
        var act = new Act(Actor.System, services.GetRequiredService<TimeProvider>().Now());
        await services.GetRequiredService<Writer>().Write(act, () =>
        {
            db.AddRange(Entries());
            return Task.CompletedTask;
        }, ct);
    }

    private static IEnumerable<CodeEntry> Entries() => Dictionaries.All.SelectMany(d => d.Value.Select((c, i) => new CodeEntry
    {
        Dictionary = d.Key, Code = c.Code, Name = c.Name, Order = i + 1, ByApplication = c.ByApplication,
    }));
}
