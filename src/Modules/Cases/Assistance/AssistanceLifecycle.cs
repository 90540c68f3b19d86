using Yimen.Kernel;

namespace Yimen.Cases.Assistance;

/// <summary>帮办代办 状态.</summary>
public enum AssistanceState
{
    [Label("待指派")] Requested = 1,
    [Label("待签委托书")] Assigned = 2,
    [Label("代办中")] Authorised = 3,
    [Label("帮办办结")] Finished = 8,
    [Label("帮办撤回")] Withdrawn = 9,
}

internal enum AssistanceVerb
{
    [Label("指派帮办员")] Assign,
    [Label("登记委托书")] Authorise,
    [Label("代收材料")] TakePaper,
    [Label("交还材料")] HandBack,
    [Label("关联代办件")] LinkCase,
    [Label("办结帮办")] Finish,
    [Label("撤回帮办")] Withdraw,
}

/// <summary>Nothing is taken from anybody before the letter of authority is signed; another agent needs another letter.</summary>
internal static class AssistanceLifecycle
{
    public static readonly Lifecycle<AssistanceState, AssistanceVerb> Table = new(
        (AssistanceState.Requested, AssistanceVerb.Assign, AssistanceState.Assigned),
        (AssistanceState.Assigned, AssistanceVerb.Assign, AssistanceState.Assigned),
        (AssistanceState.Authorised, AssistanceVerb.Assign, AssistanceState.Assigned),
        (AssistanceState.Assigned, AssistanceVerb.Authorise, AssistanceState.Authorised),
        (AssistanceState.Authorised, AssistanceVerb.TakePaper, AssistanceState.Authorised),
        (AssistanceState.Assigned, AssistanceVerb.HandBack, AssistanceState.Assigned),
        (AssistanceState.Authorised, AssistanceVerb.HandBack, AssistanceState.Authorised),
        (AssistanceState.Authorised, AssistanceVerb.LinkCase, AssistanceState.Authorised),
        (AssistanceState.Authorised, AssistanceVerb.Finish, AssistanceState.Finished),
        (AssistanceState.Requested, AssistanceVerb.Withdraw, AssistanceState.Withdrawn),
        (AssistanceState.Assigned, AssistanceVerb.Withdraw, AssistanceState.Withdrawn),
        (AssistanceState.Authorised, AssistanceVerb.Withdraw, AssistanceState.Withdrawn));
}

/// <summary>How the request reached us.</summary>
public enum AssistanceDoor
{
    [Label("电话")] Phone = 1,
    [Label("上门走访")] Doorstep = 2,
    [Label("到便民服务站")] Station = 3,
    [Label("网上申请")] Portal = 4,
}

/// <summary>Where a paper that was taken went.</summary>
public enum PaperEnd
{
    [Label("交还本人")] ToPerson = 1,
    [Label("随件交窗口")] ToWindow = 2,
}
