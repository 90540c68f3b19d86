using Yimen.Kernel;

namespace Yimen.Cases.Contracts;

/// <summary>办件状态 (domain C1). What is derived from rows, such as 特别程序, 挂起 and 延期, is not a state here (ruling 37).</summary>
public enum CaseState
{
    [Label("草稿")] Draft = 0,
    [Label("待受理")] Submitted = 10,
    [Label("已收件")] Received = 11,
    [Label("待补正")] CorrectionAsked = 12,
    [Label("已补正")] Corrected = 13,
    [Label("不予受理")] Refused = 20,
    [Label("已受理")] Accepted = 21,
    [Label("审查中")] Reviewing = 30,
    [Label("待签批")] Proposed = 40,
    [Label("准予")] Granted = 41,
    [Label("不予")] Denied = 42,
    [Label("制证中")] Certifying = 50,
    [Label("待送达")] AwaitingDelivery = 51,
    [Label("已送达")] Delivered = 52,
    [Label("终止")] Terminated = 60,
    [Label("退件")] Expired = 61,
    [Label("转报办结")] TransferredUp = 62,
    [Label("已归档")] Archived = 70,
    [Label("已放弃")] Discarded = 99,
}

/// <summary>办理结果 — how a case ended, whatever its state afterwards (domain C1: the outcomes that are counted).</summary>
public enum CaseOutcome
{
    [Label("批准")] Granted = 1,
    [Label("不予批准")] Denied = 2,
    [Label("不受理")] NotRequired = 3,
    [Label("不予受理")] Refused = 4,
    [Label("转报")] TransferredUp = 5,
    [Label("申请人撤回")] Withdrawn = 6,
    [Label("终止")] Terminated = 7,
    [Label("逾期未补正退件")] Expired = 8,
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
