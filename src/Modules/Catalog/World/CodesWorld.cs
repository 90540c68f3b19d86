using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
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

    private static IEnumerable<CodeEntry> Entries()
    {
        using var stream = typeof(CodesWorld).Assembly.GetManifestResourceStream("Yimen.Catalog.Data.codes.json")!;
        var file = JsonSerializer.Deserialize<CodeFile>(stream, JsonSerializerOptions.Web)!;
        return file.Dictionaries.SelectMany(d => d.Value.Select((c, i) => new CodeEntry
        {
            Dictionary = d.Key, Code = c.Code, Name = c.Name, Order = i + 1, ByApplication = c.ByApplication,
        })).ToList();
    }

    private sealed record CodeFile(Dictionary<string, IReadOnlyList<CodeLine>> Dictionaries);

    private sealed record CodeLine(string Code, string Name, bool? ByApplication);
}
