using Yimen.Platform.Ui;

namespace Yimen.Catalog.Review;

/// <summary>The short page of one verb: what will happen, to whom it is said, and what is asked before.</summary>
public sealed record VerbView(Guid Id, string Name, string Verb, string Noun, long Version)
{
    public required IReadOnlyList<string> WillHappen { get; init; }

    /// <summary>Label of the reason; null when none is asked.</summary>
    public string? ReasonLabel { get; init; }

    public string? Reason { get; init; }

    public IReadOnlyList<string> Faults { get; init; } = [];

    public bool Dangerous { get; init; }

    public FormErrors? Errors { get; init; }

    public string Href => $"/desk/items/{Id}";

    public string Action => $"{Href}/{Noun}";
}
