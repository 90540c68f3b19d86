using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Cases;

internal sealed partial class Case
{
    /// <summary>由帮办员代办 — the case was filed for the applicant by a village's agent under a letter of authority; the agent stands in it from now on.</summary>
    public void ActThrough(string agent, string orderNumber, Act act)
    {
        var before = Applicant.Agent;
        Applicant = Applicant with { Agent = agent };
        Trail.Note(act, "帮办代办", null, null, new Change("经办人", before.Length == 0 ? null : before, agent), new Change("帮办编号", null, orderNumber));
    }
}
