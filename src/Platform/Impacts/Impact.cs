using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Data;

namespace Yimen.Platform.Impacts;

/// <summary>What a change of an item would touch, told by the room that knows (ruling 31): windows, open cases, figures.</summary>
/// <param name="Kind">Heading of the group: 窗口, 在办办件, 指标.</param>
/// <param name="Of">The lines for one item, as things stand now.</param>
public sealed record Impact(string Kind, Func<AppDb, Guid, CancellationToken, Task<IReadOnlyList<ImpactLine>>> Of);

/// <summary>One thing that is touched: its name, what happens to it, where it can be seen.</summary>
public sealed record ImpactLine(string Title, string? Detail = null, string? Href = null);

public static class Impacts
{
    public static IServiceCollection AddImpact(this IServiceCollection services, Impact impact) => services.AddSingleton(impact);
}
