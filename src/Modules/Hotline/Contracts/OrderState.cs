using Yimen.Kernel;

namespace Yimen.Hotline.Contracts;

/// <summary>工单状态 (domain E3). What is derived from rows, such as 挂起, 延期 and 退单申请, is not a state here (ruling 37).</summary>
public enum OrderState
{
    [Label("待派单")] Received = 10,
    [Label("随主单办理")] Following = 15,
    [Label("待签收")] Dispatched = 20,
    [Label("已签收")] Signed = 21,
    [Label("办理中")] Handling = 22,
    [Label("单位审核中")] UnitReview = 30,
    [Label("热线办审核中")] OfficeReview = 31,
    [Label("待回访")] FollowUp = 40,
    [Label("已办结")] Closed = 50,
    [Label("已退市平台")] ReturnedToCity = 60,
    [Label("已归档")] Archived = 70,
}

/// <summary>诉求类型 (domain E1).</summary>
public enum OrderType
{
    [Label("咨询")] Consultation = 1,
    [Label("求助")] Help = 2,
    [Label("投诉")] Complaint = 3,
    [Label("举报")] Report = 4,
    [Label("建议")] Suggestion = 5,
    [Label("表扬")] Praise = 6,
    [Label("其他")] Other = 9,
}

/// <summary>工单来源 — through which door it came.</summary>
public enum OrderSource
{
    [Label("市 12345 平台")] City = 1,
    [Label("网络问政")] Online = 2,
    [Label("市长信箱")] Mailbox = 3,
    [Label("来访")] WalkIn = 4,
    [Label("来信")] Letter = 5,
    [Label("本地来电")] Call = 6,
    [Label("上级转办")] Assigned = 7,
    [Label("Open311")] Open311 = 31,
}

/// <summary>紧急程度.</summary>
public enum Urgency
{
    [Label("一般")] Ordinary = 1,
    [Label("紧急")] Urgent = 2,
    [Label("特急")] Extreme = 3,
}

/// <summary>承办结果 — what the unit says became of it.</summary>
public enum UnitOutcome
{
    [Label("已解决")] Solved = 1,
    [Label("已解释说明")] Explained = 2,
    [Label("依法不能办理")] NotByLaw = 3,
    [Label("不属于本单位职责")] NotOurs = 4,
}

/// <summary>办理态度评价 — the caller's verdict on how they were treated.</summary>
public enum Attitude
{
    [Label("非常满意")] VerySatisfied = 5,
    [Label("满意")] Satisfied = 4,
    [Label("基本满意")] Fair = 3,
    [Label("不满意")] Dissatisfied = 2,
    [Label("非常不满意")] VeryDissatisfied = 1,
}

/// <summary>办理结果评价 — the caller's verdict on what was done.</summary>
public enum CallerResult
{
    [Label("已解决")] Solved = 1,
    [Label("部分解决")] Partly = 2,
    [Label("未解决")] NotSolved = 3,
}
