using Yimen.Platform.Data;

namespace Yimen.Platform.Tasks;

/// <summary>代办 — for whom a person stands in on a day, by account; contributed by the room that knows who is away.</summary>
public sealed record StandIn(Func<AppDb, Guid, DateOnly, CancellationToken, Task<Dictionary<Guid, string>>> For)
{
    /// <summary>The other way round: who of these accounts is away on a day, and the account and name of who stands in.</summary>
    public required Func<AppDb, IReadOnlyCollection<Guid>, DateOnly, CancellationToken, Task<Dictionary<Guid, Substitute>>> By { get; init; }
}

/// <summary>Who stands in for somebody who is away.</summary>
public sealed record Substitute(Guid Account, string Name);
