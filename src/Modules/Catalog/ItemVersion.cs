using Yimen.Catalog.Contracts;
using Yimen.Catalog.Province;

namespace Yimen.Catalog;

/// <summary>事项版本 — one edition of an implementation list. Publishing freezes it; a change is a new version beside it.</summary>
internal sealed class ItemVersion
{
    private ItemVersion()
    {
    }

    public Guid Id { get; private init; }

    public Guid ItemId { get; private init; }

    /// <summary>1, 2, 3 … within the item.</summary>
    public int Number { get; private init; }

    public VersionState State { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>依申请.</summary>
    public bool ByApplication { get; private set; }

    /// <summary>可在线申办.</summary>
    public bool Online { get; private set; }

    public OnlineDepth OnlineDepth { get; private set; }

    public ProjectType ProjectType { get; private set; }

    public AcceptMode AcceptMode { get; private set; }

    public HandledIn HandledIn { get; private set; }

    /// <summary>综合窗口分类受理.</summary>
    public bool OneWindow { get; private set; }

    public ItemContent Content { get; private set; } = new();

    public DateTimeOffset EditedAt { get; private set; }

    /// <summary>省目录编号 and version under which the province has published it; null until this version is published here.</summary>
    public string? ProvincialId { get; private set; }

    public int? ProvincialVersion { get; private set; }

    internal static ItemVersion Begin(Guid id, Guid itemId, int number, ItemDraft draft, DateTimeOffset now)
    {
        var version = new ItemVersion { Id = id, ItemId = itemId, Number = number };
        version.Write(draft, now);
        return version;
    }

    internal ItemDraft Draft => new()
    {
        Name = Name,
        ByApplication = ByApplication,
        Online = Online,
        OnlineDepth = OnlineDepth,
        ProjectType = ProjectType,
        AcceptMode = AcceptMode,
        HandledIn = HandledIn,
        OneWindow = OneWindow,
        Content = Content,
    };

    internal void Write(ItemDraft draft, DateTimeOffset now)
    {
        (Name, ByApplication, Online, OnlineDepth) = (draft.Name, draft.ByApplication, draft.Online, draft.OnlineDepth);
        (ProjectType, AcceptMode, HandledIn, OneWindow) = (draft.ProjectType, draft.AcceptMode, draft.HandledIn, draft.OneWindow);
        (Content, EditedAt) = (draft.Content, now);
    }

    internal void Register(ProvincialRef province) => (ProvincialId, ProvincialVersion) = (province.Id, province.Version);

    internal VersionState Move(VersionVerb verb) => State = ItemLifecycle.Versions.After(State, verb);
}
