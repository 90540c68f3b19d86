using Yimen.Hotline.Contracts;
using Yimen.Kernel;

namespace Yimen.Hotline;

/// <summary>The transitions of domain E3. 退单申请, 延期, 挂起, 催办 and 协调 are rows beside the state (ruling 37): their verbs leave the state where it is.</summary>
internal static class OrderLifecycle
{
    private static readonly OrderState[] Working = [OrderState.Signed, OrderState.Handling];
    private static readonly OrderState[] AtUnit = [OrderState.Dispatched, .. Working];
    private static readonly OrderState[] Undecided = [OrderState.Received, .. AtUnit, OrderState.UnitReview, OrderState.OfficeReview];
    private static readonly OrderState[] Open = [.. Undecided, OrderState.Following, OrderState.FollowUp];

    public static readonly Lifecycle<OrderState, OrderVerb> Table = new(
    [
        .. Staying(Open, OrderVerb.Supplement),
        (OrderState.Received, OrderVerb.AnswerDirectly, OrderState.Closed),
        (OrderState.Received, OrderVerb.ReturnToCity, OrderState.ReturnedToCity),
        (OrderState.Received, OrderVerb.Follow, OrderState.Following),
        .. Staying(Undecided, OrderVerb.TakeFollower),
        (OrderState.Following, OrderVerb.HandleApart, OrderState.Received),
        (OrderState.Following, OrderVerb.TakeAnswer, OrderState.FollowUp),
        (OrderState.Received, OrderVerb.Dispatch, OrderState.Dispatched),
        (OrderState.Dispatched, OrderVerb.SignFor, OrderState.Signed),
        (OrderState.Signed, OrderVerb.Begin, OrderState.Handling),
        .. Staying(AtUnit, OrderVerb.Assist),
        .. Staying(Working, OrderVerb.HandDown),
        .. Staying(Working, OrderVerb.TakeFeedback),
        // before it is signed for it may be returned; the first signer stays responsible until a transfer is approved (首办责任制)
        (OrderState.Dispatched, OrderVerb.AskReturn, OrderState.Dispatched),
        .. Staying(Working, OrderVerb.AskTransfer),
        .. From(AtUnit, OrderVerb.GrantReturn, OrderState.Received),
        .. Staying(AtUnit, OrderVerb.RefuseReturn),
        .. Staying(Working, OrderVerb.AskExtension),
        .. Staying(Working, OrderVerb.GrantExtension),
        .. Staying(Working, OrderVerb.RefuseExtension),
        .. Staying([OrderState.Received, .. AtUnit], OrderVerb.AskCity),
        .. Staying(Open, OrderVerb.TakeCityDue),
        .. Staying(Working, OrderVerb.Suspend),
        .. Staying(Working, OrderVerb.Resume),
        .. Staying([.. AtUnit, OrderState.UnitReview], OrderVerb.Remind),
        .. Staying([.. AtUnit, OrderState.UnitReview], OrderVerb.Supervise),
        .. Staying([.. AtUnit, OrderState.UnitReview], OrderVerb.Criticise),
        .. Staying(Undecided, OrderVerb.ProposeCoordination),
        .. Staying([.. Open, OrderState.Closed], OrderVerb.DecideCoordination),
        // what a meeting gave to do is told also when the caller has long been answered
        .. Staying([.. Open, OrderState.Closed], OrderVerb.ReportDuty),
        .. Staying([.. Open, OrderState.Closed], OrderVerb.NoteDuties),
        .. From(Working, OrderVerb.Reply, OrderState.UnitReview),
        (OrderState.UnitReview, OrderVerb.PassOn, OrderState.UnitReview),
        (OrderState.UnitReview, OrderVerb.SendUp, OrderState.OfficeReview),
        .. From([OrderState.UnitReview, OrderState.OfficeReview], OrderVerb.SendBack, OrderState.Handling),
        (OrderState.OfficeReview, OrderVerb.Release, OrderState.FollowUp),
        (OrderState.FollowUp, OrderVerb.Visit, OrderState.FollowUp),
        .. Staying([OrderState.FollowUp, OrderState.Closed], OrderVerb.Rate),
        (OrderState.FollowUp, OrderVerb.Close, OrderState.Closed),
        .. From([OrderState.FollowUp, OrderState.Closed], OrderVerb.Rehandle, OrderState.Handling),
        .. From([OrderState.Closed, OrderState.ReturnedToCity], OrderVerb.Archive, OrderState.Archived),
    ]);

    private static IEnumerable<(OrderState, OrderVerb, OrderState)> From(OrderState[] states, OrderVerb verb, OrderState to) => states.Select(s => (s, verb, to));

    private static IEnumerable<(OrderState, OrderVerb, OrderState)> Staying(OrderState[] states, OrderVerb verb) => states.Select(s => (s, verb, s));
}
