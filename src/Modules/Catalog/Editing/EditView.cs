using Yimen.Catalog.Fields;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Editing;

/// <summary>One page of the editor: the fields of a section, or the rows of a group.</summary>
public sealed record EditView(Guid Id, string Name, string Slug, string Title, long Version)
{
    public required IReadOnlyList<TabLink> Tabs { get; init; }

    /// <summary>One set for a section, one a row for a group.</summary>
    public required IReadOnlyList<IReadOnlyList<FieldView>> Sets { get; init; }

    /// <summary>What a row is called; null for a section.</summary>
    public string? RowName { get; init; }

    public FormErrors? Errors { get; init; }

    /// <summary>Somebody saved meanwhile: theirs and yours, field by field.</summary>
    public ConflictView? Conflict { get; init; }

    public required IReadOnlyList<(string Term, string Value)> Inherited { get; init; }

    public string Href => $"/desk/items/{Id}";

    public string Action => $"{Href}/edit/{Slug}";
}
