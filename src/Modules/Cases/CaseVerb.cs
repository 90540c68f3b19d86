using Yimen.Kernel;

namespace Yimen.Cases;

internal enum CaseVerb
{
    [Label("保存草稿")] Save,
    [Label("放弃草稿")] Discard,
    [Label("提交")] Submit,
    [Label("补正告知")] AskCorrection,
    [Label("提交补正")] Supply,
    [Label("逾期未补正")] LapseCorrection,
    [Label("不予受理")] Refuse,
    [Label("受理")] Accept,
    [Label("逾期视为受理")] DeemAccepted,
    [Label("接办")] TakeUp,
    [Label("报批")] Ask,
    [Label("批复")] Answer,
    [Label("暂停计时")] Suspend,
    [Label("恢复计时")] Resume,
    [Label("延期")] Extend,
    [Label("审查")] Propose,
    [Label("退回重审")] SendBack,
    [Label("准予")] Grant,
    [Label("不予")] Deny,
    [Label("视为准予延续")] DeemRenewed,
    [Label("转报")] TransferUp,
    [Label("撤回申请")] Withdraw,
    [Label("终止办理")] Terminate,
    [Label("制发决定")] Issue,
    [Label("转制证")] SendToCertify,
    [Label("制证")] Certify,
    [Label("送达")] Deliver,
    [Label("归档")] Archive,
}
