using Yimen.Kernel;

namespace Yimen.Hotline.Dispatches;

/// <summary>派单 — the order goes to a unit, which has until <see cref="SignBy"/> to sign for it.</summary>
internal sealed class OrderDispatch
{
    public long Id { get; private init; }

    public Guid OrderId { get; private init; }

    public required UnitId Unit { get; init; }

    /// <summary>On what it rests that this unit is the one: duties, an earlier like order, a meeting's decision.</summary>
    public required string Basis { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>Until when it is signed for in time: an instant for urgent ones, the end of a working day for others.</summary>
    public required DateTimeOffset SignBy { get; init; }

    /// <summary>The last day on which the unit may ask to give it back.</summary>
    public required DateOnly ReturnBy { get; init; }

    public DateTimeOffset? SignedAt { get; private set; }

    public DateOnly? SignedOn { get; private set; }

    public string SignedByName { get; private set; } = "";

    /// <summary>Given back or handed on: it counts no longer for what is open.</summary>
    public DateOnly? EndedOn { get; private set; }

    public bool InTime => SignedAt <= SignBy;

    internal void Sign(Act act) => (SignedAt, SignedOn, SignedByName) = (act.Now, act.Today, act.By.Name);

    internal void End(Act act) => EndedOn = act.Today;
}

/// <summary>协办 — another unit that helps with its part.</summary>
internal sealed class OrderAssist
{
    public long Id { get; private init; }

    public Guid OrderId { get; private init; }

    public required UnitId Unit { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What it found; empty until it answered.</summary>
    public string Opinion { get; private set; } = "";

    public string ByName { get; private set; } = "";

    public DateTimeOffset? AnsweredAt { get; private set; }

    internal void Answer(string opinion, Act act) => (Opinion, ByName, AnsweredAt) = (opinion, act.By.Name, act.Now);
}
