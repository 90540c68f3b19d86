using Yimen.Kernel;

namespace Yimen.Cases.Grievances;

internal enum GrievanceState
{
    [Label("待转办")] Recorded = 10,
    [Label("待答复")] Dispatched = 20,
    [Label("待审核")] Answered = 30,
    [Label("已办结")] Closed = 40,
    [Label("不予登记")] Declined = 90,
}

internal enum GrievanceVerb
{
    [Label("转办")] Dispatch,
    [Label("不予登记")] Decline,
    [Label("答复")] Answer,
    [Label("退回重新答复")] Return,
    [Label("审核办结")] Close,
}

internal enum GrievanceChannel
{
    [Label("窗口")] Window = 1,
    [Label("网上")] Portal = 2,
    [Label("电话")] Phone = 3,
}

/// <summary>From the record to the measure: the centre dispatches, the unit answers, the centre examines the answer.</summary>
internal static class GrievanceLifecycle
{
    public static readonly Lifecycle<GrievanceState, GrievanceVerb> Table = new(
        (GrievanceState.Recorded, GrievanceVerb.Dispatch, GrievanceState.Dispatched),
        (GrievanceState.Recorded, GrievanceVerb.Decline, GrievanceState.Declined),
        (GrievanceState.Dispatched, GrievanceVerb.Dispatch, GrievanceState.Dispatched),
        (GrievanceState.Dispatched, GrievanceVerb.Answer, GrievanceState.Answered),
        (GrievanceState.Answered, GrievanceVerb.Return, GrievanceState.Dispatched),
        (GrievanceState.Answered, GrievanceVerb.Close, GrievanceState.Closed));
}
