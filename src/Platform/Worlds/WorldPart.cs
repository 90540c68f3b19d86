using Microsoft.Extensions.DependencyInjection;

namespace Yimen.Platform.Worlds;

/// <summary>A module's share of filling a new county from a world's files. Parts run in their order, each in a scope of that county.</summary>
/// <param name="Order">Ground first: organization 10, accounts 20, catalogue 30, cases 50.</param>
/// <param name="Name">In Chinese, as the progress shows it.</param>
/// <param name="Load">Reads its files, of which any may be missing, and writes through the county's writer.</param>
public sealed record WorldPart(int Order, string Name, Func<WorldSource, IServiceProvider, CancellationToken, Task> Load);

public static class WorldParts
{
    public static IServiceCollection AddWorldPart(this IServiceCollection services, int order, string name, Func<WorldSource, IServiceProvider, CancellationToken, Task> load) =>
        services.AddSingleton(new WorldPart(order, name, load));
}
