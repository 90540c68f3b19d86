using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Catalog;

/// <summary>States and kinds as the desk shows them.</summary>
internal static class Words
{
    /// <summary>Types of B1, Guangdong's codes.</summary>
    public static readonly IReadOnlyDictionary<string, string> Types = new Dictionary<string, string>
    {
        ["01"] = "行政许可", ["02"] = "行政处罚", ["03"] = "行政强制", ["04"] = "行政征收", ["05"] = "行政给付", ["06"] = "行政检查",
        ["07"] = "行政确认", ["08"] = "行政奖励", ["09"] = "行政裁决", ["20"] = "其他行政权力", ["21"] = "公共服务",
    };

    public static string TypeOf(string code) => Types.TryGetValue(code, out var name) ? name : code;

    public static string LevelOf(int level) => Label.Of((UseLevel)level);

    public static Tone ToneOf(ItemState state) => state switch
    {
        ItemState.InForce => Tone.Good,
        ItemState.Suspended => Tone.Paused,
        ItemState.Cancelled => Tone.Bad,
        _ => Tone.Neutral,
    };

    public static Tone ToneOf(VersionState state) => state switch
    {
        VersionState.Published => Tone.Good,
        VersionState.UnitReview or VersionState.CentreReview => Tone.Warn,
        VersionState.Editing => Tone.Active,
        _ => Tone.Neutral,
    };

    public static Tone ToneOf(OfferState state) => state switch
    {
        OfferState.Claimed => Tone.Good,
        OfferState.Declined => Tone.Bad,
        _ => Tone.Warn,
    };

    /// <summary>2020年1月1日至2020年12月31日, 2020年1月1日起.</summary>
    public static string Span(DateOnly from, DateOnly? to) => to is { } end ? $"{Dates.Day(from)}至{Dates.Day(end)}" : $"{Dates.Day(from)}起";

    public static long? VersionFrom(string? text) => long.TryParse(text, out var version) ? version : null;
}
