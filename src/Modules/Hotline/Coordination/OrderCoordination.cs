using Yimen.Kernel;

namespace Yimen.Hotline.Coordination;

/// <summary>疑难件协调 — proposed, then decided by a meeting: which unit leads, and by when.</summary>
internal sealed class OrderCoordination
{
    public Guid Id { get; init; }

    public Guid OrderId { get; private init; }

    public required string Why { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The units that took part, in words.</summary>
    public string Units { get; private set; } = "";

    public string Decision { get; private set; } = "";

    public UnitId? Lead { get; private set; }

    public string DecidedByName { get; private set; } = "";

    public DateTimeOffset? DecidedAt { get; private set; }

    public bool IsOpen => DecidedAt is null;

    internal void Decide(string units, string decision, UnitId lead, Act act) =>
        (Units, Decision, Lead, DecidedByName, DecidedAt) = (units, decision, lead, act.By.Name, act.Now);
}
