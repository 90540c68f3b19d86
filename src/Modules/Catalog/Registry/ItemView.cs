using Yimen.Catalog.Contracts;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Registry;

/// <summary>A group of fields as it is read: term and value.</summary>
public sealed record SectionView(string Slug, string Title, IReadOnlyList<(string Term, string Value)> Fields);

/// <summary>A group of rows as it is read.</summary>
public sealed record RowsView(string Slug, string Title, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <param name="Provincial">省目录编号 and version; null until it is published.</param>
public sealed record VersionLine(int Number, VersionState State, string Name, DateTimeOffset EditedAt, string? Provincial, bool Shown);

/// <summary>A verb of the page: where it leads.</summary>
public sealed record VerbLink(string Text, string Href, VerbKind Kind);

/// <summary>Something that holds from a day: a window, the hall, a level of 通办.</summary>
public sealed record HoldingLine(string Kind, string What, string Days, bool Now);

public sealed record ItemView(Guid Id, string Name, string Code, ItemState State)
{
    public required IReadOnlyList<(string Term, string Value)> Inherited { get; init; }

    public required VersionLine Version { get; init; }

    public required IReadOnlyList<VersionLine> Versions { get; init; }

    public required IReadOnlyList<SectionView> Sections { get; init; }

    public required IReadOnlyList<RowsView> Rows { get; init; }

    /// <summary>Blank forms and samples of the version shown: material and kind, and the file.</summary>
    public IReadOnlyList<(string Term, MaterialFile File)> Forms { get; init; } = [];

    public required IReadOnlyList<HoldingLine> Holdings { get; init; }

    public required IReadOnlyList<string> DaysInForce { get; init; }

    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

    public required IReadOnlyList<VerbLink> Verbs { get; init; }

    /// <summary>What still stands between the open version and publication.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>The last return's words, while the version is being edited again.</summary>
    public string? Returned { get; init; }

    public bool MayBind { get; init; }

    public bool MayEdit { get; init; }

    public string Href => $"/desk/items/{Id}";
}
