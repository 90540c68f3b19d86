using Yimen.Platform.Data;

namespace Yimen.Platform.Switches;

/// <summary>功能开关 — a part of the product that not every county uses. Off, as it ships, nothing of it is there: neither its pages nor its lines in the rail nor its figures.</summary>
/// <param name="Code">Stable; also its address on the desk.</param>
/// <param name="Name">What people call it, e.g. 本地接听.</param>
/// <param name="Lead">One sentence: what comes with it, and for whom.</param>
public sealed record Switch(string Code, string Name, string Lead)
{
    /// <summary>Why it may not be turned off now, in words; null when it may. What waits behind a door must not be locked in.</summary>
    public Func<AppDb, CancellationToken, Task<string?>>? WhyNotOff { get; init; }
}
