using Yimen.Catalog.Contracts;
using Yimen.Kernel;

namespace Yimen.Catalog;

internal enum VersionVerb
{
    [Label("修改")] Edit,
    [Label("提交审核")] Submit,
    [Label("部门审核通过")] UnitApprove,
    [Label("退回修改")] Return,
    [Label("发布")] Publish,
    [Label("替换")] Replace,
    [Label("放弃")] Discard,
}

internal enum ItemVerb
{
    [Label("发布")] Publish,
    [Label("暂停")] Suspend,
    [Label("恢复")] Resume,
    [Label("取消")] Cancel,
}

/// <summary>Domain B4 as two tables: the way of a version to the public, and whether the item may be used.</summary>
internal static class ItemLifecycle
{
    public static readonly Lifecycle<VersionState, VersionVerb> Versions = new(
        (VersionState.Editing, VersionVerb.Edit, VersionState.Editing),
        (VersionState.Editing, VersionVerb.Submit, VersionState.UnitReview),
        (VersionState.Editing, VersionVerb.Discard, VersionState.Discarded),
        (VersionState.UnitReview, VersionVerb.UnitApprove, VersionState.CentreReview),
        (VersionState.UnitReview, VersionVerb.Return, VersionState.Editing),
        (VersionState.CentreReview, VersionVerb.Publish, VersionState.Published),
        (VersionState.CentreReview, VersionVerb.Return, VersionState.Editing),
        (VersionState.Published, VersionVerb.Replace, VersionState.Replaced));

    public static readonly Lifecycle<ItemState, ItemVerb> Items = new(
        (ItemState.New, ItemVerb.Publish, ItemState.InForce),
        (ItemState.InForce, ItemVerb.Publish, ItemState.InForce),
        (ItemState.InForce, ItemVerb.Suspend, ItemState.Suspended),
        (ItemState.InForce, ItemVerb.Cancel, ItemState.Cancelled),
        (ItemState.Suspended, ItemVerb.Resume, ItemState.InForce),
        (ItemState.Suspended, ItemVerb.Cancel, ItemState.Cancelled));
}
