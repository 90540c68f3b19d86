using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Points;

/// <summary>A list of one's own matters in 我的, registered by the module whose matters they are: 我的办件, 我的投诉 …</summary>
/// <param name="Order">Where it stands among the lists.</param>
/// <param name="Title">我的办件</param>
/// <param name="Href">The whole list.</param>
/// <param name="Nothing">What the empty list says.</param>
/// <param name="Read">How many there are, and the newest few.</param>
public sealed record MatterList(int Order, string Title, string Href, string Nothing, Func<AppDb, Actor, int, CancellationToken, Task<MatterPage>> Read);

/// <summary>The newest of somebody's matters, and how many there are in all.</summary>
public sealed record MatterPage(int Total, IReadOnlyList<MatterLine> Newest);

/// <summary>One matter as its owner sees it in a list.</summary>
/// <param name="Number">The number that people quote; null while there is none.</param>
/// <param name="At">When it was last moved.</param>
public sealed record MatterLine(string Title, string Href, string? Number, string Status, Tone Tone, DateTimeOffset At)
{
    public DeadlineView? Deadline { get; init; }
}
