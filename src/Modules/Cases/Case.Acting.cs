using Yimen.Cases.Acting;
using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Cases;

internal sealed partial class Case
{
    private readonly List<ActingFact> actings = [];

    /// <summary>Who acted for the applicant, act by act.</summary>
    public IReadOnlyList<ActingFact> Actings => actings;

    /// <summary>代为办理 — somebody acts for the applicant, with the mandate or the letter that it rests on.</summary>
    public void ActedBy(ActingFact fact, Act act)
    {
        Applicant = Applicant with { Agent = fact.AgentName };
        actings.Add(fact);
        Trail.Note(act, "代为办理", null, null, new Change("经办人", null, fact.AgentName), new Change("依据", null, fact.Basis));
    }
}
