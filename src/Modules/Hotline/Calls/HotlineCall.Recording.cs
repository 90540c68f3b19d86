using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Hotline.Calls;

/// <summary>What the agent says became of it, and who listens to it afterwards.</summary>
internal sealed partial class HotlineCall
{
    /// <summary>登记工单 — the caller's matter was taken down.</summary>
    public void TakeOrder(WorkOrder order, Act act) => Became(CallVerb.TakeOrder, CallOutcome.Order, order, act);

    /// <summary>直接解答 — answered at once. It is an order too, closed with that, so that demand and the share of direct answers are counted whole.</summary>
    public void AnswerDirectly(WorkOrder order, Act act) => Became(CallVerb.AnswerDirectly, CallOutcome.DirectAnswer, order, act);

    /// <summary>判为无效来电 — nobody spoke, a wrong number, a nuisance: with a reason of the county's list.</summary>
    /// <exception cref="RuleViolation"><c>invalid-reason</c>, <c>wrong-state</c>.</exception>
    public void FindInvalid(InvalidCall reason, string note, Act act)
    {
        Lifecycle.After(State, CallVerb.FindInvalid);
        if (reason.NeedsNote && note.Length == 0)
        {
            throw new RuleViolation("invalid-reason", $"“{reason.Name}”须说明情况。");
        }

        Move(CallVerb.FindInvalid, act, new Change("无效原因", null, reason.Name));
        (Outcome, InvalidReason, Note) = (CallOutcome.Invalid, reason.Name, note);
        ForgetDraft();
    }

    /// <summary>调取录音 — somebody is told where the recording lies; for what stays in the journal.</summary>
    /// <exception cref="RuleViolation"><c>reason</c>, <c>no-recording</c>, <c>wrong-state</c>.</exception>
    public void Listen(Act act)
    {
        if (act.Reason is null)
        {
            throw new RuleViolation("reason", "调取录音须写明用途。");
        }

        Lifecycle.After(State, CallVerb.Listen);
        if (Recording.Length == 0)
        {
            throw new RuleViolation("no-recording", "这个来电没有录音。");
        }

        Move(CallVerb.Listen, act);
    }

    private void Became(CallVerb verb, CallOutcome outcome, WorkOrder order, Act act)
    {
        Move(verb, act);
        (Outcome, OrderId) = (outcome, order.Id);
        ForgetDraft();
    }
}
