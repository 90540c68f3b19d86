using Yimen.Platform.Worlds;

namespace Yimen.Hotline.World;

internal static class OrdersWorld
{
    public static Task Load(WorldSource world, IServiceProvider services, CancellationToken ct) => Task.CompletedTask;
}
