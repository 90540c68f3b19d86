namespace Yimen.Tests.Architecture.Samples;

/// <summary>What the rules must find: each breaks one of them on purpose.</summary>
public sealed class PublicService;

public sealed record SomeView;

public static class SampleModule;

public sealed class OpenAggregate
{
    public required string Name { get; init; }

    public int State { get; set; }
}
