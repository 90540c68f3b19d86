using Yimen.Catalog.Publication;
using Yimen.Platform.Impacts;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Preview;

public sealed record ImpactGroup(string Kind, IReadOnlyList<ImpactLine> Lines);

/// <summary>What publishing would change: field by field, and what hangs on it.</summary>
public sealed record PreviewView(Guid Id, string Name, int Number, int? Replaces, long Version)
{
    public required IReadOnlyList<FieldPair> Differences { get; init; }

    public required IReadOnlyList<ImpactGroup> Impacts { get; init; }

    public required IReadOnlyList<string> Faults { get; init; }

    public bool MayPublish { get; init; }

    public bool MayReturn { get; init; }

    /// <summary>What stands in the form: as typed, or the number of the version before with the next provincial version.</summary>
    public required PublicationInput Input { get; init; }

    public FormErrors? Errors { get; init; }

    public string Href => $"/desk/items/{Id}";
}
