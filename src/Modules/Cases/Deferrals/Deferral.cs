using Yimen.Kernel;

namespace Yimen.Cases.Deferrals;

/// <summary>容缺 — one material that the applicant promised to hand in after acceptance: until when, and what became of it. It hands a paper in later; a 告知承诺 replaces the proof.</summary>
internal sealed class Deferral
{
    public Guid Id { get; init; }

    public Guid CaseId { get; private init; }

    /// <summary>The material's order in the guide.</summary>
    public required int Order { get; init; }

    public required string Name { get; init; }

    /// <summary>Working days from acceptance, by the rule of the day on which it was promised.</summary>
    public required int Days { get; init; }

    /// <summary>Who signed the letter: the applicant or the 经办人.</summary>
    public required string SignedBy { get; init; }

    public required DateTimeOffset PromisedAt { get; init; }

    /// <summary>容缺受理承诺书.</summary>
    public Guid? DocumentId { get; set; }

    /// <summary>The last day to hand it in; null before acceptance.</summary>
    public DateOnly? Due { get; set; }

    /// <summary>When the applicant was reminded of <see cref="Due"/>.</summary>
    public DateOnly? WarnedOn { get; set; }

    public DateOnly? LapsedOn { get; set; }

    public DateOnly? ExtendedOn { get; set; }

    public string ExtendedWhy { get; set; } = "";

    public DateOnly? SuppliedOn { get; set; }

    public DeferralState State => this switch
    {
        { SuppliedOn: not null } => DeferralState.Supplied,
        { LapsedOn: not null } => DeferralState.Lapsed,
        { Due: null } => DeferralState.Promised,
        _ => DeferralState.Owed,
    };
}

/// <summary>容缺的情形, derived from the row's days.</summary>
public enum DeferralState
{
    [Label("已承诺，待受理")] Promised = 1,
    [Label("待补交")] Owed = 2,
    [Label("逾期未补")] Lapsed = 3,
    [Label("已补交")] Supplied = 4,
}
