using Yimen.Platform.Ui;

namespace Yimen.Cases.Deferrals;

/// <summary>One promised material on the page of its case.</summary>
/// <param name="LetterHref">容缺受理承诺书.</param>
/// <param name="MaterialId">For the applicant's upload.</param>
public sealed record DeferralLine(int Order, Guid MaterialId, string Name, DeferralState State, DateOnly? Due, string? LetterHref, bool Open, bool MayExtend)
{
    internal static IReadOnlyList<DeferralLine> Of(Case c) =>
        [.. c.Deferrals.OrderBy(d => d.Order).Select(d => new DeferralLine(d.Order, c.Materials.First(m => m.Order == d.Order).Id, d.Name, d.State, d.Due,
            d.DocumentId is { } letter ? $"/documents/{letter}" : null, d.SuppliedOn is null && c.ClosedOn is null, d is { SuppliedOn: null, ExtendedOn: null, Due: not null } && c.ClosedOn is null))];

    public Tone Tone => ToneOf(State);

    internal static Tone ToneOf(DeferralState state) => state switch
    {
        DeferralState.Supplied => Tone.Good,
        DeferralState.Lapsed => Tone.Bad,
        DeferralState.Owed => Tone.Warn,
        _ => Tone.Neutral,
    };
}
