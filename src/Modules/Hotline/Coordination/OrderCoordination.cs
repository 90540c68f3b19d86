using Yimen.Kernel;

namespace Yimen.Hotline.Coordination;

/// <summary>疑难件协调 — proposed, then decided by a meeting: who took part, what was said and decided, which unit leads, and by when.</summary>
internal sealed class OrderCoordination
{
    public Guid Id { get; init; }

    public Guid OrderId { get; private init; }

    public required string Why { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateOnly? MetOn { get; private set; }

    /// <summary>The units that took part, in words.</summary>
    public string Units { get; private set; } = "";

    /// <summary>会议纪要.</summary>
    public string Minutes { get; private set; } = "";

    public string Decision { get; private set; } = "";

    public UnitId? Lead { get; private set; }

    /// <summary>By when the decision is to be carried out.</summary>
    public DateOnly? Due { get; private set; }

    public string DecidedByName { get; private set; } = "";

    public DateTimeOffset? DecidedAt { get; private set; }

    public bool IsOpen => DecidedAt is null;

    internal void Decide(MeetingDraft d, Act act) =>
        (MetOn, Units, Minutes, Decision, Lead, Due, DecidedByName, DecidedAt) = (d.MetOn, d.Units, d.Minutes, d.Decision, d.Lead, d.Due, act.By.Name, act.Now);
}

/// <summary>What the meeting came to.</summary>
/// <param name="Duties">What units other than the lead are to do.</param>
internal sealed record MeetingDraft(DateOnly MetOn, string Units, string Minutes, string Decision, UnitId Lead, DateOnly Due, IReadOnlyList<(UnitId Unit, string What)> Duties);
