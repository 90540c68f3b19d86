namespace Yimen.Tests.World;

/// <summary>What stands in the small town before any test: filled room by room.</summary>
public static class SmallTown
{
    public static Task Build(IServiceProvider services) => Task.CompletedTask;
}
