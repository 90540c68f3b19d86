using Yimen.Platform.Ui;

namespace Yimen.Hotline.Callers;

/// <summary>What a caller sees of their own order: no names of the house, no inner steps.</summary>
public sealed record TheirOrderView
{
    public required string Number { get; init; }

    public required string QueryCode { get; init; }

    public required string Title { get; init; }

    public required string State { get; init; }

    public required Tone Tone { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Unit { get; init; }

    public required DateOnly? Due { get; init; }

    public required string Content { get; init; }

    public required IReadOnlyList<string> Added { get; init; }

    /// <summary>附件, by name.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>So many may come with one order.</summary>
    public int MostFiles { get; init; }

    /// <summary>What was answered; null until the hotline office let it out.</summary>
    public required string? Answer { get; init; }

    public required string? Outcome { get; init; }

    public required string? Contact { get; init; }

    public required string? Verdict { get; init; }

    public required bool CanRate { get; init; }

    public required bool CanAdd { get; init; }
}

public sealed record ProgressView(string Number, string Code, TheirOrderView? Found, FormErrors Errors)
{
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();
}
