using Yimen.Platform.Ui;

namespace Yimen.Knowledge.Editing;

/// <summary>The form of an entry: a new one, or the version that is open.</summary>
public sealed record EditView(Guid? Id, string Heading, ArticleInput Input, FormErrors Errors)
{
    /// <summary>The units for which the visitor writes; of an entry that stands its own.</summary>
    public required IReadOnlyList<Choice> Units { get; init; }

    public long? Version { get; init; }

    /// <summary>Somebody saved meanwhile: theirs and yours, field by field.</summary>
    public ConflictView? Conflict { get; init; }

    /// <summary>Who it was that asked in vain, when the entry begins with an unanswered question.</summary>
    public string? Asked { get; init; }

    public string Href => Id is { } id ? $"/desk/knowledge/{id}" : "/desk/knowledge";

    public string Action => Id is null ? "/desk/knowledge/new" : $"{Href}/edit";
}
