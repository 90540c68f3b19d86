using Microsoft.AspNetCore.Http;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Registry;

/// <summary>The buttons of an item: what its two lifecycles allow now, and of that only what the visitor may do.</summary>
internal static class ItemVerbs
{
    private static readonly Dictionary<VersionVerb, (string Noun, VerbKind Kind)> OfVersion = new()
    {
        [VersionVerb.Edit] = ("edit/basics", VerbKind.Quiet),
        [VersionVerb.Submit] = ("submission", VerbKind.Primary),
        [VersionVerb.UnitApprove] = ("approval", VerbKind.Primary),
        [VersionVerb.Publish] = ("preview", VerbKind.Primary),
        [VersionVerb.Return] = ("return", VerbKind.Quiet),
        [VersionVerb.Discard] = ("withdrawal", VerbKind.Danger),
    };

    private static readonly Dictionary<ItemVerb, (string Noun, VerbKind Kind)> OfItem = new()
    {
        [ItemVerb.Suspend] = ("suspension", VerbKind.Quiet),
        [ItemVerb.Resume] = ("resumption", VerbKind.Quiet),
        [ItemVerb.Cancel] = ("cancellation", VerbKind.Danger),
    };

    public static IEnumerable<VerbLink> Of(Item item, HttpContext http)
    {
        foreach (var verb in VersionVerbs(item, http))
        {
            yield return Link(item, Label.Of(verb), OfVersion[verb]);
        }

        if (item.CanChange && http.May(Rights.Edit, item.Unit, item.Area))
        {
            yield return Link(item, "变更", ("change", VerbKind.Quiet));
        }

        if (!http.May(Rights.Publish, item.Unit, item.Area))
        {
            yield break;
        }

        foreach (var verb in ItemLifecycle.Items.VerbsFrom(item.State).Where(OfItem.ContainsKey))
        {
            yield return Link(item, Label.Of(verb), OfItem[verb]);
        }
    }

    private static IEnumerable<VersionVerb> VersionVerbs(Item item, HttpContext http) =>
        item.Working is { } version
            ? ItemLifecycle.Versions.VerbsFrom(version.State).Where(v => OfVersion.ContainsKey(v)
                && (v != VersionVerb.Discard || item.CanDiscard) && http.May(Rights.Of(v, version.State), item.Unit, item.Area))
            : [];

    private static VerbLink Link(Item item, string text, (string Noun, VerbKind Kind) to) => new(text, $"/desk/items/{item.Id}/{to.Noun}", to.Kind);
}
