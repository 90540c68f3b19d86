using Yimen.Cases.Contracts;
using Yimen.Kernel;

namespace Yimen.Cases;

internal enum CaseVerb
{
    [Label("保存草稿")] Save,
    [Label("放弃草稿")] Discard,
    [Label("提交")] Submit,
    [Label("受理")] Accept,
    [Label("接办")] TakeUp,
    [Label("审查")] Propose,
    [Label("退回重审")] SendBack,
    [Label("准予")] Grant,
    [Label("不予")] Deny,
    [Label("制发决定")] Issue,
    [Label("送达")] Deliver,
}

/// <summary>The spine of domain C1: from the door to the decision and its service. Corrections, refusals, special procedures and endings are further rows of the same table.</summary>
internal static class CaseLifecycle
{
    public static readonly Lifecycle<CaseState, CaseVerb> Table = new(
        (CaseState.Draft, CaseVerb.Save, CaseState.Draft),
        (CaseState.Draft, CaseVerb.Discard, CaseState.Discarded),
        (CaseState.Draft, CaseVerb.Submit, CaseState.Submitted),
        (CaseState.Submitted, CaseVerb.Accept, CaseState.Accepted),
        (CaseState.Received, CaseVerb.Accept, CaseState.Accepted),
        (CaseState.Accepted, CaseVerb.TakeUp, CaseState.Reviewing),
        (CaseState.Reviewing, CaseVerb.Propose, CaseState.Proposed),
        (CaseState.Proposed, CaseVerb.SendBack, CaseState.Reviewing),
        (CaseState.Proposed, CaseVerb.Grant, CaseState.Granted),
        (CaseState.Proposed, CaseVerb.Deny, CaseState.Denied),
        (CaseState.Granted, CaseVerb.Issue, CaseState.AwaitingDelivery),
        (CaseState.Denied, CaseVerb.Issue, CaseState.AwaitingDelivery),
        (CaseState.AwaitingDelivery, CaseVerb.Deliver, CaseState.Delivered));
}
