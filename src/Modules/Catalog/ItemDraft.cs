using Yimen.Catalog.Contracts;

namespace Yimen.Catalog;

/// <summary>What an editor writes of an item; everything else is inherited from the basic catalogue and read-only here.</summary>
internal sealed record ItemDraft
{
    public required string Name { get; init; }

    public bool ByApplication { get; init; } = true;

    public bool Online { get; init; }

    public OnlineDepth OnlineDepth { get; init; } = OnlineDepth.I;

    public ProjectType ProjectType { get; init; } = ProjectType.Promised;

    public AcceptMode AcceptMode { get; init; } = AcceptMode.UnitAccepts;

    public HandledIn HandledIn { get; init; } = HandledIn.Here;

    public bool OneWindow { get; init; }

    public ItemContent Content { get; init; } = new();
}
