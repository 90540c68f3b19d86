using Yimen.Catalog.Contracts;
using Yimen.Kernel;

namespace Yimen.Catalog.Province;

/// <summary>An item as the public sees it here, as far as it is held against the province.</summary>
internal sealed class LocalItem
{
    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public required UnitId Unit { get; init; }

    public required ItemState State { get; init; }

    public required string Name { get; init; }

    public required string? ProvincialId { get; init; }

    public required int? ProvincialVersion { get; init; }

    public required ProjectType ProjectType { get; init; }

    public required bool Online { get; init; }

    public required ItemContent Content { get; init; }
}

/// <summary>比对 — of one item and one line: pure, so that it can be tested line by line.</summary>
internal static class Compared
{
    public const string InUse = "在用";
    public const string Suspended = "暂停";
    public const string Cancelled = "取消";

    private static readonly (string Label, Func<LocalItem, string> Here, Func<ProvinceLine, string?> There)[] Fields =
    [
        ("省目录编号", i => i.ProvincialId ?? "", l => l.ProvincialId),
        ("省目录版本", i => $"{i.ProvincialVersion}", l => $"{l.Version}"),
        ("事项名称", i => i.Name, l => l.Name),
        ("状态", i => StateOf(i.State), l => l.State),
        ("办件类型", i => Label.Of(i.ProjectType), l => l.ProjectType),
        ("法定办结时限", i => TextOf(i.Content.Statutory), l => l.Statutory),
        ("承诺办结时限", i => TextOf(i.Content.Promised), l => l.Promised),
        ("可在线申办", i => i.Online ? "是" : "否", l => l.Online),
    ];

    public static string TextOf(Limit? limit) => limit is null ? "" : limit.Period.ToString();

    /// <summary>What parts them; null when they agree.</summary>
    /// <param name="here">The item, or null where the county has none.</param>
    /// <param name="there">The line, or null where the province has none.</param>
    /// <param name="unit">The unit that the code begins with.</param>
    public static DriftFacts? Between(LocalItem? here, ProvinceLine? there, UnitId? unit)
    {
        if (here is null)
        {
            return there is null || there.State == Cancelled ? null
                : new(there.Code, there.Name, DriftKind.MissingHere, $"省目录编号 {there.ProvincialId}，第 {there.Version} 版，{there.State}", unit, null);
        }

        if (there is null)
        {
            return here.State == ItemState.Cancelled ? null
                : new(here.Code, here.Name, DriftKind.MissingThere, $"本县{StateOf(here.State)}，登记的省目录编号 {here.ProvincialId ?? "无"}", here.Unit, here.Id);
        }

        var lines = Fields.Select(f => (f.Label, Here: f.Here(here), There: f.There(there))).Where(f => f.There is not null && f.There != f.Here)
            .Select(f => $"{f.Label}：本县 {Shown(f.Here)}，省 {Shown(f.There!)}").ToList();
        return lines.Count == 0 ? null : new(here.Code, here.Name, DriftKind.Differs, string.Join('\n', lines), here.Unit, here.Id);
    }

    private static string StateOf(ItemState state) => state switch { ItemState.Suspended => Suspended, ItemState.Cancelled => Cancelled, _ => InUse };

    private static string Shown(string text) => text.Length == 0 ? "无" : text;
}
