using Yimen.Platform.Ui;

namespace Yimen.Catalog.Bindings;

/// <summary>One dated row: what holds, from when to when; the open ones may be ended.</summary>
public sealed record BindingLine(string Kind, long Row, string What, DateOnly From, DateOnly? To)
{
    public string Days => Words.Span(From, To);
}

public sealed record BindingsView(Guid Id, string Name, long Version, string Today)
{
    public required IReadOnlyList<BindingLine> Hall { get; init; }

    public required IReadOnlyList<BindingLine> Windows { get; init; }

    public required IReadOnlyList<BindingLine> Regions { get; init; }

    public required IReadOnlyList<Choice> WindowChoices { get; init; }

    public required IReadOnlyList<Choice> LevelChoices { get; init; }

    public FormErrors? Errors { get; init; }

    public BindingInput Input { get; init; } = new();

    public string Href => $"/desk/items/{Id}";
}

/// <summary>What is added (window, region, hall) or ended (row), and on which day.</summary>
public sealed record BindingInput
{
    public string? Kind { get; init; }

    public string? What { get; init; }

    public string? Row { get; init; }

    public string? Day { get; init; }

    public string? Version { get; init; }
}
