using Yimen.Kernel;

namespace Yimen.Hotline.Channels;

/// <summary>In which order a unit's people are called on; nobody waits longer than the dated limit for one of them.</summary>
internal enum ContactPost
{
    [Label("首位联络员")] First = 1,
    [Label("第二联络人")] Next = 2,
    [Label("分管领导")] Leader = 3,
}

/// <summary>How somebody is reached.</summary>
internal enum ContactWay
{
    [Label("政务微信")] WeCom = 1,
    [Label("短信")] Sms = 2,
    [Label("电话")] Phone = 3,
    [Label("站内消息")] InApp = 4,
}

internal enum ContactVerb
{
    [Label("指定联络人")] Appoint,
    [Label("设定联络渠道")] SetChannel,
    [Label("调整渠道顺序")] Rank,
    [Label("启用渠道")] SwitchOn,
    [Label("停用渠道")] SwitchOff,
    [Label("删除渠道")] Remove,
    [Label("设定政务微信应用")] SetApp,
    [Label("发送测试消息")] Test,
}

/// <summary>How one attempt to reach somebody went.</summary>
internal enum AttemptResult
{
    [Label("发送中")] Laid = 1,
    [Label("已送达")] Sent = 2,
    [Label("未送达")] Failed = 3,
    [Label("渠道未开通")] Closed = 4,
    [Label("待电话联系")] ToCall = 5,
    [Label("电话知悉")] Confirmed = 6,
    [Label("接通未确认")] Unconfirmed = 7,
    [Label("未接通")] NotReached = 8,
    [Label("超时未联系")] Lapsed = 9,
    [Label("不在岗")] Away = 10,
}

internal enum UrgentState
{
    [Label("联络中")] Calling = 1,
    [Label("无人应答")] Unanswered = 2,
    [Label("已知悉")] Acknowledged = 3,
    [Label("已终止")] Ended = 4,
}

internal enum UrgentVerb
{
    [Label("联络")] Reach,
    [Label("登记送达")] Settle,
    [Label("转下一联络人")] TurnTo,
    [Label("登记电话联系")] LogCall,
    [Label("转热线办跟进")] GiveUp,
    [Label("确认知悉")] Acknowledge,
    [Label("终止联络")] End,
}
