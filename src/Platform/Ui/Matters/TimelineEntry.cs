namespace Yimen.Platform.Ui;

/// <summary>One line of a matter's story: who did what, when and why, with the papers that belong to it.</summary>
public sealed record TimelineEntry(DateTimeOffset At, string Who, string What)
{
    public string? Why { get; init; }

    public IReadOnlyList<DocumentLink> Documents { get; init; } = [];

    public Tone Tone { get; init; }
}

/// <summary>A paper that can be opened; the note says its size or number.</summary>
public sealed record DocumentLink(string Title, string Href, string? Note = null);
