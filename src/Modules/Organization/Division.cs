using Yimen.Kernel;

namespace Yimen.Organization;

/// <summary>行政区划 — an administrative division by its 12-digit code. Codes are dated: towns merge.</summary>
internal sealed class Division
{
    public required AreaCode Code { get; init; }

    public required string Name { get; init; }

    /// <summary>2 province, 3 city, 4 county, 5 town, 6 village.</summary>
    public required int Level { get; init; }

    public AreaCode? Parent { get; init; }
}
