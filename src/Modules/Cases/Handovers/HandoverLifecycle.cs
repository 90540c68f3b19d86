using Yimen.Kernel;

namespace Yimen.Cases.Handovers;

public enum HandoverState
{
    [Label("编制中")] Open = 1,
    [Label("已交出")] Handed = 2,
    [Label("已接收")] Received = 3,
    [Label("有缺")] Short = 4,
    [Label("已了结")] Cleared = 5,
    [Label("已作废")] Dropped = 6,
}

public enum HandoverVerb
{
    [Label("扫入")] Put,
    [Label("移出")] Remove,
    [Label("交出")] HandOver,
    [Label("清点")] Count,
    [Label("接收")] Receive,
    [Label("接收有缺")] ReceiveShort,
    [Label("短缺了结")] Clear,
    [Label("作废")] Drop,
}

/// <summary>Which way the paper goes.</summary>
public enum HandoverWay
{
    [Label("申请材料（窗口交部门）")] ToUnit = 1,
    [Label("办理结果（部门交窗口）")] ToCounter = 2,
}

/// <summary>纸件现在在谁手里 — derived from the batches.</summary>
public enum PaperPlace
{
    [Label("没有纸件")] None = 0,
    [Label("在窗口")] Counter = 1,
    [Label("在途中")] UnderWay = 2,
    [Label("在部门")] Unit = 3,
    [Label("已归档")] Archive = 4,
    [Label("在申请人手里")] Applicant = 5,
    [Label("短缺，正在查找")] Missing = 6,
}

internal static class HandoverLifecycle
{
    public static readonly Lifecycle<HandoverState, HandoverVerb> Table = new(
        (HandoverState.Open, HandoverVerb.Put, HandoverState.Open),
        (HandoverState.Open, HandoverVerb.Remove, HandoverState.Open),
        (HandoverState.Open, HandoverVerb.HandOver, HandoverState.Handed),
        (HandoverState.Open, HandoverVerb.Drop, HandoverState.Dropped),
        (HandoverState.Handed, HandoverVerb.Count, HandoverState.Handed),
        (HandoverState.Handed, HandoverVerb.Receive, HandoverState.Received),
        (HandoverState.Handed, HandoverVerb.ReceiveShort, HandoverState.Short),
        (HandoverState.Short, HandoverVerb.Clear, HandoverState.Cleared));
}
