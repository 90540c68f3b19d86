using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Offers;

public sealed record OfferFilter(string? Q, string? Batch, string? Unit, string? State, string? Page, string? Size);

/// <summary>One line of the list of offers.</summary>
public sealed class OfferRow
{
    public required Guid Id { get; init; }

    public required int Batch { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required UnitId Unit { get; init; }

    public required string UnitName { get; init; }

    public required DateOnly OfferedOn { get; init; }

    /// <summary>Name of the state's enum member.</summary>
    public required int StateNumber { get; init; }

    public Guid? ItemId { get; init; }

    public string State => Label.Of((OfferState)StateNumber);

    public Tone Tone => Words.ToneOf((OfferState)StateNumber);
}

/// <summary>How far a batch has come.</summary>
public sealed record BatchLine(int Batch, int Offered, int Claimed, int Declined);

public sealed record OfferListView(IReadOnlyList<OfferRow> Rows, Paging Paging, OfferFilter Filter, IReadOnlyList<FilterChip> Chips)
{
    public required IReadOnlyList<BatchLine> Batches { get; init; }

    public required IReadOnlyList<Choice> Units { get; init; }

    public IReadOnlyList<Choice> States { get; } = [.. Enum.GetValues<OfferState>().Select(s => new Choice(s.ToString(), Label.Of(s)))];

    public bool MayOffer { get; init; }
}

/// <summary>One offer, with what may be done about it.</summary>
public sealed record OfferView(OfferRow Offer, long Version)
{
    public required IReadOnlyList<(string Term, string Value)> Basic { get; init; }

    /// <summary>The code that the item would get; null when it cannot be composed.</summary>
    public string? WouldBe { get; init; }

    /// <summary>Why it cannot be claimed as it stands.</summary>
    public string? Fault { get; init; }

    public bool MayClaim { get; init; }

    public bool MayDecline { get; init; }

    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

    public FormErrors? Errors { get; init; }

    public string? Reason { get; init; }
}
