using Yimen.Kernel;
using Yimen.Knowledge.Contracts;

namespace Yimen.Knowledge;

internal enum ArticleVersionVerb
{
    [Label("修改")] Edit,
    [Label("提交审核")] Submit,
    [Label("本单位审核通过")] UnitApprove,
    [Label("退回修改")] Return,
    [Label("发布")] Publish,
    [Label("替换")] Replace,
    [Label("放弃")] Discard,
}

internal enum ArticleVerb
{
    [Label("发布")] Publish,
    [Label("提醒复审")] Call,
    [Label("确认有效")] Confirm,
    [Label("下架")] TakeDown,
    [Label("归档")] Archive,
}

/// <summary>Domain E6 as two tables: the way of a version to those who ask, and whether the entry may be used.</summary>
internal static class ArticleLifecycle
{
    public static readonly Lifecycle<ArticleVersionState, ArticleVersionVerb> Versions = new(
        (ArticleVersionState.Editing, ArticleVersionVerb.Edit, ArticleVersionState.Editing),
        (ArticleVersionState.Editing, ArticleVersionVerb.Submit, ArticleVersionState.UnitReview),
        (ArticleVersionState.Editing, ArticleVersionVerb.Discard, ArticleVersionState.Discarded),
        (ArticleVersionState.UnitReview, ArticleVersionVerb.UnitApprove, ArticleVersionState.HotlineReview),
        (ArticleVersionState.UnitReview, ArticleVersionVerb.Return, ArticleVersionState.Editing),
        (ArticleVersionState.HotlineReview, ArticleVersionVerb.Publish, ArticleVersionState.Published),
        (ArticleVersionState.HotlineReview, ArticleVersionVerb.Return, ArticleVersionState.Editing),
        (ArticleVersionState.Published, ArticleVersionVerb.Replace, ArticleVersionState.Replaced));

    public static readonly Lifecycle<ArticleState, ArticleVerb> Articles = new(
        (ArticleState.New, ArticleVerb.Publish, ArticleState.Live),
        (ArticleState.New, ArticleVerb.Archive, ArticleState.Archived),
        (ArticleState.Live, ArticleVerb.Publish, ArticleState.Live),
        (ArticleState.Live, ArticleVerb.Call, ArticleState.Live),
        (ArticleState.Live, ArticleVerb.Confirm, ArticleState.Live),
        (ArticleState.Live, ArticleVerb.TakeDown, ArticleState.TakenDown),
        (ArticleState.TakenDown, ArticleVerb.Publish, ArticleState.Live),
        (ArticleState.TakenDown, ArticleVerb.Archive, ArticleState.Archived));
}
