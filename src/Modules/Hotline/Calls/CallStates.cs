using Yimen.Kernel;

namespace Yimen.Hotline.Calls;

/// <summary>来电状态.</summary>
public enum CallState
{
    [Label("振铃中")] Ringing = 10,
    [Label("通话中")] Talking = 20,
    [Label("待登记")] Unrecorded = 30,
    [Label("已登记")] Recorded = 40,
    [Label("未接通")] Abandoned = 50,
}

public enum CallVerb
{
    [Label("来电")] Ring,
    [Label("接听")] Answer,
    [Label("转接")] Transfer,
    [Label("挂断")] HangUp,
    [Label("未接挂断")] Abandon,
    [Label("交接内容")] PassOn,
    [Label("登记工单")] TakeOrder,
    [Label("直接解答")] AnswerDirectly,
    [Label("判为无效来电")] FindInvalid,
    [Label("调取录音")] Listen,
}

/// <summary>来电结果 — what became of it.</summary>
public enum CallOutcome
{
    [Label("登记工单")] Order = 1,
    [Label("直接解答")] DirectAnswer = 2,
    [Label("无效来电")] Invalid = 3,
    [Label("未接通")] Abandoned = 4,
}
