namespace Yimen.Cases.Acting;

/// <summary>代为办理 — who acted for the applicant in which act, and on what it rested: a recorded mandate, or a letter of authority seen at the window.</summary>
internal sealed class ActingFact
{
    public long Id { get; private init; }

    public Guid CaseId { get; private init; }

    /// <summary>收件, 提交, 送达.</summary>
    public required string For { get; init; }

    public required string AgentName { get; init; }

    /// <summary>The number as it may be shown; empty where it was not taken.</summary>
    public required string AgentNumber { get; init; }

    /// <summary>The mandate on record; null where a paper was seen, or the 法定代表人 came.</summary>
    public required Guid? MandateId { get; init; }

    /// <summary>In words: 法定代表人, 授权（…）, or the letter that was seen.</summary>
    public required string Basis { get; init; }

    public required DateTimeOffset At { get; init; }
}
