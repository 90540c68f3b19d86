using Yimen.Kernel;

namespace Yimen.Hotline.Channels;

/// <summary>联络记录 — one attempt to reach one person over one channel: when, and how it went. Never changed afterwards but for its result.</summary>
internal sealed class ContactAttempt
{
    public long Id { get; private init; }

    public Guid ContactId { get; private init; }

    /// <summary>1, 2, 3 … within one urgent contact.</summary>
    public required int Sequence { get; init; }

    public required ContactPost Post { get; init; }

    public required Guid AccountId { get; init; }

    public required string Person { get; init; }

    public required ContactWay Way { get; init; }

    public required DateTimeOffset At { get; init; }

    public AttemptResult Result { get; private set; }

    public DateTimeOffset? ResultAt { get; private set; }

    /// <summary>What the other side answered, or what was said on the telephone.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Who telephoned; empty for what the house sent by itself.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>Whether its result is still to come.</summary>
    public bool IsOpen => Result is AttemptResult.Laid or AttemptResult.ToCall;

    internal static ContactAttempt Of(int sequence, ContactStep step, AttemptResult result, DateTimeOffset at) => new() { Sequence = sequence, Post = step.Post, AccountId = step.Account, Person = step.Name, Way = step.Way, At = at, Result = result };

    internal void Settle(AttemptResult result, string words, Act act) => (Result, ResultAt, Words, ByName) = (result, act.Now, words.Length <= 500 ? words : words[..500], act.By == Actor.System ? "" : act.By.Name);
}
