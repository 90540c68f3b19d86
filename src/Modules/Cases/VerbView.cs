using Yimen.Platform.Ui;

namespace Yimen.Cases;

/// <summary>What every verb's short page shows of the case it is about.</summary>
public sealed record VerbView(Guid Id, string Number, string Item, string State, int Version, DeadlineView Deadline, FormErrors Errors)
{
    /// <summary>What was typed, by field, when the page is shown again.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();

    /// <summary>The port of this computer's device bridge, for pages on which a device helps.</summary>
    public int Bridge { get; init; }

    /// <summary>常用意见 of the one who looks.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];

    public string Of(string field) => Typed.GetValueOrDefault(field, "");

    public string Href => $"/desk/cases/{Id}";
}
