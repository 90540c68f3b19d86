using Yimen.Cases.Contracts;
using Yimen.Kernel;

namespace Yimen.Cases;

/// <summary>The transitions of domain C1. 特别程序, 挂起 and 延期 are rows beside the state (ruling 37): their verbs leave the state where it is.</summary>
internal static class CaseLifecycle
{
    // before acceptance the correction notice may go out once; from 已补正 only by an approved motion (practice: a second one does not stop the clock)
    private static readonly CaseState[] Waiting = [CaseState.Submitted, CaseState.Received, CaseState.Corrected];
    private static readonly CaseState[] Handling = [CaseState.Accepted, CaseState.Reviewing];
    private static readonly CaseState[] Undecided = [.. Handling, CaseState.Proposed];

    public static readonly Lifecycle<CaseState, CaseVerb> Table = new(
    [
        (CaseState.Draft, CaseVerb.Save, CaseState.Draft),
        (CaseState.Draft, CaseVerb.Discard, CaseState.Discarded),
        (CaseState.Draft, CaseVerb.Submit, CaseState.Submitted),
        .. From(Waiting, CaseVerb.AskCorrection, CaseState.CorrectionAsked),
        (CaseState.CorrectionAsked, CaseVerb.Supply, CaseState.Corrected),
        (CaseState.CorrectionAsked, CaseVerb.LapseCorrection, CaseState.Expired),
        .. From(Waiting, CaseVerb.Refuse, CaseState.Refused),
        .. From(Waiting, CaseVerb.Accept, CaseState.Accepted),
        .. From([.. Waiting, CaseState.CorrectionAsked], CaseVerb.DeemAccepted, CaseState.Accepted),
        (CaseState.Accepted, CaseVerb.TakeUp, CaseState.Reviewing),
        .. Staying([CaseState.Corrected, .. Undecided], CaseVerb.Ask),
        .. Staying([CaseState.Corrected, .. Undecided], CaseVerb.Answer),
        .. Staying(Handling, CaseVerb.Suspend),
        .. Staying(Handling, CaseVerb.Resume),
        .. Staying(Undecided, CaseVerb.Extend),
        .. Staying(Undecided, CaseVerb.TakeIn),
        .. Staying(Handling, CaseVerb.TellHearing),
        .. Staying(Undecided, CaseVerb.ServeHearing),
        .. Staying(Undecided, CaseVerb.RequestHearing),
        .. Staying(Undecided, CaseVerb.WaiveHearing),
        .. Staying(Undecided, CaseVerb.NotifyHearing),
        .. Staying(Undecided, CaseVerb.RecordHearing),
        (CaseState.Reviewing, CaseVerb.Propose, CaseState.Proposed),
        (CaseState.Proposed, CaseVerb.SendBack, CaseState.Reviewing),
        (CaseState.Proposed, CaseVerb.Grant, CaseState.Granted),
        (CaseState.Proposed, CaseVerb.Deny, CaseState.Denied),
        .. From(Undecided, CaseVerb.DeemRenewed, CaseState.Granted),
        .. From(Undecided, CaseVerb.TransferUp, CaseState.TransferredUp),
        .. From([.. Waiting, CaseState.CorrectionAsked, .. Undecided], CaseVerb.Withdraw, CaseState.Terminated),
        .. From(Undecided, CaseVerb.Terminate, CaseState.Terminated),
        (CaseState.Granted, CaseVerb.Issue, CaseState.AwaitingDelivery),
        (CaseState.Denied, CaseVerb.Issue, CaseState.AwaitingDelivery),
        (CaseState.Granted, CaseVerb.SendToCertify, CaseState.Certifying),
        (CaseState.Certifying, CaseVerb.Certify, CaseState.AwaitingDelivery),
        (CaseState.AwaitingDelivery, CaseVerb.Deliver, CaseState.Delivered),
        .. From([CaseState.Delivered, CaseState.Refused, CaseState.Terminated, CaseState.Expired, CaseState.TransferredUp], CaseVerb.Archive, CaseState.Archived),
    ]);

    private static IEnumerable<(CaseState, CaseVerb, CaseState)> From(CaseState[] states, CaseVerb verb, CaseState to) => states.Select(s => (s, verb, to));

    private static IEnumerable<(CaseState, CaseVerb, CaseState)> Staying(CaseState[] states, CaseVerb verb) => states.Select(s => (s, verb, s));
}
