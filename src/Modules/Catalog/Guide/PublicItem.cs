using Yimen.Catalog.Contracts;

namespace Yimen.Catalog.Guide;

/// <summary>The guide for programs: the codes, the version in force with all it says, and where it is handed in.</summary>
public sealed record PublicItem
{
    public required Guid Id { get; init; }

    /// <summary>业务办理项编码, 33 characters.</summary>
    public required string Code { get; init; }

    public required string BasicCode { get; init; }

    public required string Name { get; init; }

    public required ItemState State { get; init; }

    /// <summary>Why it is suspended or cancelled; null while in force.</summary>
    public string? StoppedBecause { get; init; }

    public required string UnitCode { get; init; }

    public required string Unit { get; init; }

    public required int Level { get; init; }

    public required string Type { get; init; }

    public required int Version { get; init; }

    /// <summary>省目录编号, and the version that the province counts.</summary>
    public string? ProvincialId { get; init; }

    public int? ProvincialVersion { get; init; }

    public required ProjectType ProjectType { get; init; }

    public required AcceptMode AcceptMode { get; init; }

    public required HandledIn HandledIn { get; init; }

    public required bool Online { get; init; }

    public required OnlineDepth OnlineDepth { get; init; }

    public required ItemContent Content { get; init; }

    public required IReadOnlyList<GuideWindowRow> Windows { get; init; }

    internal static PublicItem Of(GuideView view) => new()
    {
        Id = view.Row.Id, Code = view.Row.Code, BasicCode = view.Row.BasicCode, Name = view.Version.Name, State = view.Row.State, StoppedBecause = view.Stopped?.Why,
        UnitCode = view.Row.Unit.Id.Value, Unit = view.Row.Unit.Name, Level = view.Row.Level, Type = view.Row.Type, Version = view.Version.Number,
        ProvincialId = view.Version.ProvincialId, ProvincialVersion = view.Version.ProvincialVersion,
        ProjectType = view.Version.ProjectType, AcceptMode = view.Version.AcceptMode, HandledIn = view.Version.HandledIn,
        Online = view.Version.Online, OnlineDepth = view.Version.OnlineDepth, Content = view.Content, Windows = view.Windows,
    };
}
