using Yimen.Kernel;

namespace Yimen.Cases.Limits;

/// <summary>What a limit is for, with its unit.</summary>
internal enum CaseLimitCode
{
    [Label("受理与否的告知期限（工作日）")] Reception = 1,
    [Label("未告知的首次提醒（第几个工作日）")] SilenceFirst = 2,
    [Label("未告知的末次提醒（第几个工作日）")] SilenceLast = 3,
    [Label("申请人补正期限（工作日）")] CorrectionAnswer = 4,
    [Label("延期上限（工作日）")] Extension = 5,
    [Label("送达期限（工作日）")] Delivery = 6,
    [Label("申请听证的期限（工作日）")] HearingRequest = 7,
    [Label("组织听证的期限（工作日）")] HearingHeld = 8,
    [Label("听证前通知的天数（工作日）")] HearingNotice = 9,
    [Label("延续申请的提前天数（自然日）")] RenewalAhead = 10,
    [Label("预警比例（承诺时限的百分之）")] WarningShare = 11,
    [Label("档案保管期限（年）")] Retention = 12,
    [Label("逾期未领（可领取后多少天）")] Uncollected = 13,
    [Label("逾期未领再次提醒（每多少天）")] UncollectedAgain = 14,
    [Label("组织听证期限届满前提醒（工作日）")] HearingWarning = 15,
    [Label("容缺材料补交期限（工作日）")] LaterSupply = 21,
    [Label("容缺到期前提醒（工作日）")] LaterWarning = 22,
    [Label("容缺延长一次的天数（工作日）")] LaterExtension = 23,
    [Label("告知承诺核查期限（工作日）")] PledgeCheck = 24,
    [Label("以前的材料可以沿用的天数（自然日）")] ReuseDays = 25,
    [Label("异常办件：受理后多少秒内办结（秒）")] AnomalyQuick = 31,
    [Label("异常办件：同一电话的申请人数（人）")] AnomalyPhone = 32,
    [Label("异常办件：同一电话统计的天数（自然日）")] AnomalyPhoneDays = 33,
    [Label("异常办件：夜间从几时起（时）")] AnomalyNightFrom = 34,
    [Label("异常办件：夜间到几时止（时）")] AnomalyNightTo = 35,
    [Label("异常办件：一人一夜办结的件数（件）")] AnomalyNightBatch = 36,
    [Label("异常办件：补录迟于实际收件的小时数（小时）")] AnomalyLate = 37,
    [Label("异常办件：每晚回看的天数（自然日）")] AnomalyLookBack = 38,
    [Label("批量查看联系方式一次最多（件）")] BulkView = 41,
}
