using Yimen.Knowledge.Contracts;
using Yimen.Knowledge.Editing;
using Yimen.Platform.Ui;

namespace Yimen.Knowledge.Registry;

public sealed record VersionLine(int Number, ArticleVersionState State, DateTimeOffset EditedAt, string EditedBy, bool Shown);

/// <summary>A verb of the page: where it leads.</summary>
public sealed record VerbLink(string Text, string Href, VerbKind Kind);

/// <summary>A recheck that is open, or what came of it.</summary>
public sealed record RecheckLine(string Kind, string Why, DateOnly Due, string Outcome, bool Open, bool Late);

/// <summary>How often it was used and what people thought of it.</summary>
public sealed record UseLine(int Reads, int Answers, int Useful, int Useless);

/// <summary>The version shown, as it is read.</summary>
public sealed record VersionText(string Title, IReadOnlyList<string> Variants, string Answer, string LegalBasis, string Class, string Days, Visibility Visibility, string Reviewed, string Published);

public sealed record ArticleView(Guid Id, string Title, ArticleState State, string Unit)
{
    public required (string Text, Tone Tone) Standing { get; init; }

    public required VersionLine Version { get; init; }

    public required VersionText Text { get; init; }

    public required IReadOnlyList<LinkedItem> Items { get; init; }

    public required IReadOnlyList<VersionLine> Versions { get; init; }

    public required IReadOnlyList<RecheckLine> Rechecks { get; init; }

    public required UseLine Use { get; init; }

    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

    public required IReadOnlyList<VerbLink> Verbs { get; init; }

    /// <summary>The last return's words, while the version is being written again.</summary>
    public string? Returned { get; init; }

    /// <summary>Corrections that wait for an answer.</summary>
    public int OpenCorrections { get; init; }

    /// <summary>Whether the public sees it today.</summary>
    public bool OnPortal { get; init; }

    public bool MayVote { get; init; }

    public string Href => $"/desk/knowledge/{Id}";
}
