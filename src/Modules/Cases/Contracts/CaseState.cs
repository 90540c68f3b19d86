using Yimen.Kernel;

namespace Yimen.Cases.Contracts;

/// <summary>办件状态 (domain C1). What is derived from rows, such as 特别程序 and 延期, is not a state here (ruling 37).</summary>
public enum CaseState
{
    [Label("草稿")] Draft = 0,
    [Label("待受理")] Submitted = 10,
    [Label("已收件")] Received = 11,
    [Label("已受理")] Accepted = 21,
    [Label("审查中")] Reviewing = 30,
    [Label("待签批")] Proposed = 40,
    [Label("准予")] Granted = 41,
    [Label("不予")] Denied = 42,
    [Label("待送达")] AwaitingDelivery = 51,
    [Label("已送达")] Delivered = 52,
    [Label("已放弃")] Discarded = 99,
}

/// <summary>收件渠道 — through which door the case came.</summary>
public enum Channel
{
    [Label("网上申办")] Online = 1,
    [Label("大厅窗口")] Hall = 2,
    [Label("镇街窗口")] Town = 3,
    [Label("村居窗口")] Village = 4,
}

/// <summary>申请人类型.</summary>
public enum ApplicantKind
{
    [Label("自然人")] Person = 1,
    [Label("法人和其他组织")] Organisation = 2,
}
