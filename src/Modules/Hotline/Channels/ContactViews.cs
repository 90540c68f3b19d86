using Yimen.Platform.Ui;

namespace Yimen.Hotline.Channels;

/// <summary>The list's query, as it stands in the URL.</summary>
public sealed record ContactFilter(string? Q, string? Standing, string? Kind, string? Sort, string? Page, string? Size);

/// <summary>A unit's line in the list: its people with their channels in order.</summary>
public sealed record ContactRow(string Unit, string Name, string Kind, IReadOnlyList<string> People, string Standing, bool HasApp)
{
    public Tone Tone => Standing switch { "齐备" => Tone.Good, "不全" => Tone.Warn, _ => Tone.Bad };
}

public sealed record ContactsView(IReadOnlyList<ContactRow> Rows, Paging Paging, ContactFilter Filter, IReadOnlyList<Choice> Kinds, bool MayExport);

/// <summary>One unit's people, channels and application.</summary>
/// <param name="Asked">Which of the page's forms was posted, when it is shown again with its faults.</param>
public sealed record UnitContactsView(string Unit, string Name, int Version, IReadOnlyList<PostView> Posts, IReadOnlyList<Choice> Accounts, AppView App, IReadOnlyList<TestRow> Tests, bool MayKeep, string Asked, FormErrors Errors)
{
    public FormErrors? ErrorsOf(string form) => form == Asked ? Errors : null;

    public string Here => $"{ListContacts.Here}/{Unit}";
}

public sealed record PostView(string Post, string Label, string? Account, string Person, IReadOnlyList<ChannelRow> Channels, string Way, string Address);

public sealed record ChannelRow(string Way, string Label, string Address, bool IsOn, string? Closed, bool First, bool Last);

/// <summary>The unit's 政务微信 application; the secret is never shown.</summary>
public sealed record AppView(bool IsSet, string BaseUrl, string CorpId, string AgentId);

public sealed record TestRow(DateTimeOffset At, string Channel, string State, Tone Tone, string Said);
