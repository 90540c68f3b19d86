using Yimen.Knowledge.Contracts;

namespace Yimen.Knowledge;

/// <summary>What an editor writes: one question with its variants, its answer, and what the answer rests on.</summary>
internal sealed record ArticleDraft
{
    /// <summary>The question as most people ask it.</summary>
    public required string Title { get; init; }

    /// <summary>Other ways to ask the same; found by search, shown small.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>Plain text; a line is a paragraph.</summary>
    public string Answer { get; init; } = "";

    /// <summary>内容分类, which is also the theme on the portal.</summary>
    public string Class { get; init; } = "";

    public string LegalBasis { get; init; } = "";

    /// <summary>null: from the day of publication.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day on which the answer holds; null: until it is changed.</summary>
    public DateOnly? ValidTo { get; init; }

    public Visibility Visibility { get; init; } = Visibility.Public;

    /// <summary>Items of the catalogue that the answer speaks of.</summary>
    public IReadOnlyList<Guid> Items { get; init; } = [];
}
