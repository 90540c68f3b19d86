using Yimen.Catalog.Contracts;
using Yimen.Kernel;

namespace Yimen.Cases;

internal sealed partial class Case
{
    /// <summary>一次办结 — one authorised person takes an 即办件 from receipt to decision in one sitting; every step is still written.</summary>
    public void DecideAtOnce(string opinion, Act act, LegalClock clock, Period serve)
    {
        if (Terms.AcceptMode != AcceptMode.OnePerson)
        {
            throw new RuleViolation("not-authorised", "该事项没有授权即办，须按受理、审查、签批分步办理。");
        }

        CheckOpinion(opinion);
        CheckDecision(true, act);
        Accept(act, clock);
        Propose(true, opinion, act);
        Decide(true, act, clock, serve);
    }
}
