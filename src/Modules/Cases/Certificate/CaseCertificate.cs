namespace Yimen.Cases.Certificate;

/// <summary>制证 — the licence or certificate that was made: its number and how long it holds.</summary>
internal sealed class CaseCertificate
{
    public Guid CaseId { get; private init; }

    /// <summary>食品经营许可证, as the item names its outcome.</summary>
    public required string Name { get; init; }

    public required string Number { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day; null where it holds without end.</summary>
    public DateOnly? ValidUntil { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }
}
