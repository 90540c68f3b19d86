using Yimen.Platform.Data;

namespace Yimen.Platform.Tasks;

/// <summary>代办 — for whom a person stands in on a day, by account; contributed by the room that knows who is away.</summary>
public sealed record StandIn(Func<AppDb, Guid, DateOnly, CancellationToken, Task<Dictionary<Guid, string>>> For);
