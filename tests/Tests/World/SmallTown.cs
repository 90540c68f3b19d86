using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Counties;

namespace Yimen.Tests.World;

/// <summary>What stands in the small town before any test: filled room by room, in a scope of its county.</summary>
public static class SmallTown
{
    public static async Task Build(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CountyScope>().Choose(services.GetRequiredService<CountyDirectory>().Sole!);
        await TownPlaces.Build(scope.ServiceProvider);
        await TownPeople.MoveIn(scope.ServiceProvider);
        await TownCatalogue.Build(scope.ServiceProvider);
    }
}
