namespace Yimen.Knowledge.Editing;

/// <summary>An entry as it was typed, whoever typed it: form, spreadsheet or program. Lines of a list stand one under another.</summary>
public sealed record ArticleInput
{
    public string? Unit { get; init; }

    public string? Title { get; init; }

    public string? Variants { get; init; }

    public string? Answer { get; init; }

    public string? Class { get; init; }

    public string? LegalBasis { get; init; }

    public string? ValidFrom { get; init; }

    public string? ValidTo { get; init; }

    /// <summary>public or internal.</summary>
    public string? Visibility { get; init; }

    /// <summary>A line an item: its 14-digit code, its name, or both.</summary>
    public string? Items { get; init; }

    public string? Version { get; init; }

    public string? Do { get; init; }

    internal static ArticleInput Of(Article article, ArticleDraft draft, IReadOnlyDictionary<Guid, LinkedItem> items) => new()
    {
        Unit = article.Unit.Value, Title = draft.Title, Variants = string.Join('\n', draft.Variants), Answer = draft.Answer, Class = draft.Class, LegalBasis = draft.LegalBasis,
        ValidFrom = $"{draft.ValidFrom:yyyy-MM-dd}", ValidTo = $"{draft.ValidTo:yyyy-MM-dd}", Visibility = draft.Visibility == Contracts.Visibility.Internal ? "internal" : "public",
        Items = string.Join('\n', draft.Items.Where(items.ContainsKey).Select(i => $"{items[i].Code} {items[i].Name}")),
    };
}

/// <summary>An item as an entry names it: basic code with handling serial, and its name.</summary>
public sealed record LinkedItem(Guid Id, string Code, string Name);

/// <summary>Why a value is refused: for the page, for the reject file and for programs.</summary>
/// <param name="Field">The field's name as posted.</param>
/// <param name="Code">Stable, kebab-case: <c>required</c>, <c>too-long</c> …</param>
/// <param name="Message">In Chinese, what to do.</param>
internal sealed record ArticleFault(string Field, string Code, string Message);
