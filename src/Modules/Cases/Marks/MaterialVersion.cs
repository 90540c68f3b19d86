namespace Yimen.Cases.Marks;

/// <summary>材料原版本 — what stood for a material before it was handed in again; kept to be compared.</summary>
internal sealed class MaterialVersion
{
    public long Id { get; private init; }

    public Guid CaseId { get; private init; }

    /// <summary>The material's order in the guide.</summary>
    public required int Order { get; init; }

    public required Guid? FileId { get; init; }

    /// <summary>How it was met, in words; of a file its name.</summary>
    public required string Words { get; init; }

    public required DateTimeOffset ReplacedAt { get; init; }
}
