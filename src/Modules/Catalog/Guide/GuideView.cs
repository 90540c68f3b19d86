using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Points;

namespace Yimen.Catalog.Guide;

/// <summary>办事指南 — everything a person must know before they come.</summary>
public sealed record GuideView(GuideRow Row)
{
    public ItemVersionRef Version => Row.Version;

    public ItemContent Content => Row.Version.Content;

    public IReadOnlyList<GuideWindowRow> Windows { get; init; } = [];

    /// <summary>Since when and why the item is suspended or cancelled; null while it is in force.</summary>
    public StoppedRow? Stopped { get; init; }

    /// <summary>The days on which an older edition was in force; empty on the guide itself.</summary>
    public IReadOnlyList<SpanRow> InForce { get; init; } = [];

    /// <summary>The address that the QR code leads to.</summary>
    public string Address { get; init; } = "";

    /// <summary>What other rooms know of this item.</summary>
    public IReadOnlyList<(string Title, PagePartLinks Links)> Parts { get; init; } = [];

    public string Href => $"/items/{Row.Id}";

    public bool IsOld => InForce.Count > 0 && Version.Id != Row.Current;

    /// <summary>Whether a person may apply here and now, without coming.</summary>
    public bool CanApply => !IsOld && Row.State == ItemState.InForce && Version is { Online: true, HandledIn: HandledIn.Here };

    public string ConsultPhone => Content.ConsultPhone.Length > 0 ? Content.ConsultPhone : Row.Unit.ConsultPhone;

    public string SupervisePhone => Content.SupervisePhone.Length > 0 ? Content.SupervisePhone : Row.Unit.SupervisePhone;
}

/// <summary>An item and one of its versions, with its unit.</summary>
public sealed class GuideRow
{
    public required Guid Id { get; init; }

    public required ItemState State { get; init; }

    public required string Type { get; init; }

    public required int Level { get; init; }

    public required string BasicCode { get; init; }

    public required string Code { get; init; }

    public required Guid Current { get; init; }

    public required ItemVersionRef Version { get; init; }

    public required UnitRef Unit { get; init; }
}

/// <summary>A window where the item is handed in.</summary>
public sealed record GuideWindowRow(string Code, string Name, WindowKind Kind, string Place, string Hours, string Phone);

/// <summary>Since when and why an item is suspended or cancelled.</summary>
public sealed record StoppedRow(DateTimeOffset At, string? Why);

/// <summary>Days on which an edition was in force; <paramref name="To"/> is the first on which it no longer was.</summary>
public sealed record SpanRow(int Number, string Name, DateOnly From, DateOnly? To);
