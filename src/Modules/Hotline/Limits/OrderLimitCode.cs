using Yimen.Kernel;

namespace Yimen.Hotline.Limits;

/// <summary>What a rule is for, with its unit.</summary>
internal enum OrderLimitCode
{
    [Label("咨询办理期限（工作日）")] Consultation = 1,
    [Label("求助办理期限（工作日）")] Help = 2,
    [Label("投诉办理期限（工作日）")] Complaint = 3,
    [Label("举报办理期限（工作日）")] Report = 4,
    [Label("建议办理期限（工作日）")] Suggestion = 5,
    [Label("表扬办理期限（工作日）")] Praise = 6,
    [Label("其他办理期限（工作日）")] Other = 7,
    [Label("重办期限（工作日）")] Rehandling = 8,
    [Label("县期限早于市平台期限（工作日）")] CityLead = 9,
    [Label("签收期限（工作日）")] Sign = 11,
    [Label("紧急工单签收期限（分钟）")] UrgentSign = 12,
    [Label("退单申请期限（工作日）")] Return = 13,
    [Label("预警（期限届满前工作日）")] Warning = 14,
    [Label("书面批评（逾期超过工作日）")] Criticism = 15,
    [Label("回访未联系上几次可以办结（次）")] VisitTries = 16,
    [Label("紧急工单每位联络人应答期限（分钟）")] UrgentAcknowledge = 17,
    [Label("重复工单认定范围（自然日）")] Merge = 21,
    [Label("群体诉求提示（一天同类工单件数）")] MassEvent = 22,
    [Label("诉求内容最多字数（字）")] Content = 31,
    [Label("满意率计入基本满意（1 计入，2 不计入）")] FairCounts = 41,
    [Label("直接解答率阈值（百分之）")] DirectShare = 42,
    [Label("Open311 每个密钥每分钟最多提交（次）")] Open311Posts = 51,
    [Label("Open311 相同内容认定为重复提交（秒）")] Open311Repeat = 52,
    [Label("通报排名最少办结（件）")] BulletinLeast = 61,
}
