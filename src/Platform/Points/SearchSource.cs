using Yimen.Platform.Data;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Points;

/// <summary>What the desk's search looks through, registered by the module whose rows they are. It returns only what the visitor may see.</summary>
/// <param name="Order">Where its results stand among the others'.</param>
/// <param name="Title">办件</param>
/// <param name="Find">The best few hits.</param>
public sealed record SearchSource(int Order, string Title, Func<SearchAsk, CancellationToken, Task<SearchFound>> Find);

/// <summary>Who asks for what. <paramref name="Words"/> is one line of 1 to 60 characters, trimmed.</summary>
public sealed record SearchAsk(AppDb Db, Visitor Visitor, PermissionTable Permissions, string Words, int Take);

/// <summary>The best hits of one source; <paramref name="More"/> leads to the whole list, when the source has one.</summary>
public sealed record SearchFound(IReadOnlyList<SearchHit> Hits, string? More = null)
{
    public static readonly SearchFound Nothing = new([]);
}

public sealed record SearchHit(string Title, string Href, string Note)
{
    public string? Status { get; init; }

    public Tone Tone { get; init; }
}
