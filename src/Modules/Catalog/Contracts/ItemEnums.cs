using Yimen.Kernel;

namespace Yimen.Catalog.Contracts;

/// <summary>办件类型. Interfaces disagree about the codes; inside there is one enum.</summary>
public enum ProjectType
{
    [Label("即办件")] Instant = 1,
    [Label("承诺件")] Promised = 2,
}

/// <summary>Who may accept (practice.md): refusals, extensions and decisions are always the unit's.</summary>
public enum AcceptMode
{
    [Label("综窗收件·部门受理")] UnitAccepts = 1,
    [Label("授权综窗受理")] WindowAccepts = 2,
    [Label("授权即办")] OnePerson = 3,
}

/// <summary>Where the matter is really handled; what runs elsewhere is only registered here.</summary>
public enum HandledIn
{
    [Label("本系统")] Here = 1,
    [Label("省统一受理平台")] Province = 2,
    [Label("垂管专网系统")] Vertical = 3,
}

/// <summary>网办深度.</summary>
public enum OnlineDepth
{
    [Label("Ⅰ级")] I = 1,
    [Label("Ⅱ级")] II = 2,
    [Label("Ⅲ级")] III = 3,
    [Label("Ⅳ级")] IV = 4,
}

/// <summary>Whether the public may use the item.</summary>
public enum ItemState
{
    [Label("未发布")] New,
    [Label("已发布")] InForce,
    [Label("暂停")] Suspended,
    [Label("取消")] Cancelled,
}

/// <summary>The way of one version from the desk to the public.</summary>
public enum VersionState
{
    [Label("编辑中")] Editing,
    [Label("待部门审核")] UnitReview,
    [Label("待中心审核")] CentreReview,
    [Label("已发布")] Published,
    [Label("已被替换")] Replaced,
    [Label("已放弃")] Discarded,
}
