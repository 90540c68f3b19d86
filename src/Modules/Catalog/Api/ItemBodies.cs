using Yimen.Catalog.Contracts;
using Yimen.Kernel;

namespace Yimen.Catalog.Api;

/// <summary>事项 as programs read it. <c>Version</c> is the ETag's number.</summary>
public sealed record ItemBody(Guid Id, string Code, string BasicCode, string Type, string Unit, int Level, string State, string? WorkingState, long Version, DraftBody Draft);

/// <summary>What an editor writes, whole.</summary>
public sealed record DraftBody
{
    public string? Name { get; init; }

    public bool ByApplication { get; init; }

    public bool Online { get; init; }

    public OnlineDepth OnlineDepth { get; init; } = OnlineDepth.I;

    public ProjectType ProjectType { get; init; } = ProjectType.Promised;

    public AcceptMode AcceptMode { get; init; } = AcceptMode.UnitAccepts;

    public HandledIn HandledIn { get; init; } = HandledIn.Here;

    public bool OneWindow { get; init; }

    public ItemContent? Content { get; init; }

    internal static DraftBody Of(ItemDraft draft) => new()
    {
        Name = draft.Name, ByApplication = draft.ByApplication, Online = draft.Online, OnlineDepth = draft.OnlineDepth, ProjectType = draft.ProjectType,
        AcceptMode = draft.AcceptMode, HandledIn = draft.HandledIn, OneWindow = draft.OneWindow, Content = draft.Content,
    };

    internal ItemDraft AsDraft() => new()
    {
        Name = Name ?? "", ByApplication = ByApplication, Online = Online, OnlineDepth = OnlineDepth, ProjectType = ProjectType,
        AcceptMode = AcceptMode, HandledIn = HandledIn, OneWindow = OneWindow, Content = Content ?? new(),
    };
}

public sealed record VersionBody(int Number, string State, string Name, DateTimeOffset EditedAt, string? ProvincialId, int? ProvincialVersion);

/// <summary>Under which number and version the province has published it.</summary>
public sealed record PublicationBody(string? ProvincialId, int? ProvincialVersion);

public sealed record ItemLine(Guid Id, string Code, string Name, string Unit, string Type, int Level, string State, int Version, string VersionState, string HandledIn);

public sealed record ItemList(IReadOnlyList<ItemLine> Items, int Page, int Size, int Total);

public sealed record ReasonBody(string? Reason);

public sealed record ClaimBody(Guid Offer);

public sealed record BatchBody(int Batch, IReadOnlyList<Offers.OfferLine>? Lines);

internal static class Bodies
{
    public static ItemBody Body(this Item item)
    {
        var version = item.Working ?? item.Published ?? item.Versions.MaxBy(v => v.Number)!;
        return new(item.Id, item.HandlingCode, item.BasicCode, item.Type, item.Unit.Value, item.Level, Label.Of(item.State), item.Working is { } open ? Label.Of(open.State) : null, item.Trail.Count, DraftBody.Of(version.Draft));
    }
}
