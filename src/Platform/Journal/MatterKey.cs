using Yimen.Platform.Crypto;

namespace Yimen.Platform.Journal;

/// <summary>The data key of one matter's personal journal values, itself sealed by the county's ring. Destroying the row erases those values; the chain still verifies.</summary>
public sealed class MatterKey
{
    public required string Kind { get; init; }

    public required Guid MatterId { get; init; }

    public required Sealed Key { get; init; }
}
