using Yimen.Kernel;

namespace Yimen.Knowledge.Contracts;

/// <summary>Whether an entry may be used. Whether its days of validity have run out is told by its dates and not by a state.</summary>
public enum ArticleState
{
    [Label("未发布")] New,
    [Label("使用中")] Live,
    [Label("已下架")] TakenDown,
    [Label("已归档")] Archived,
}

/// <summary>The way of one version from the unit's desk to those who ask.</summary>
public enum ArticleVersionState
{
    [Label("采编中")] Editing,
    [Label("待本单位审核")] UnitReview,
    [Label("待热线办审核")] HotlineReview,
    [Label("已发布")] Published,
    [Label("已被替换")] Replaced,
    [Label("已放弃")] Discarded,
}

/// <summary>公开范围.</summary>
public enum Visibility
{
    [Label("对外公开")] Public = 1,
    [Label("内部")] Internal = 2,
}
