using Yimen.Catalog.Contracts;
using Yimen.Cases.Contracts;
using Yimen.Platform.Identity;

namespace Yimen.Cases.CasePage;

/// <summary>The buttons of a case page: what the lifecycle allows and the visitor may do. The first is the primary one.</summary>
internal static class CaseVerbs
{
    public static IReadOnlyList<VerbLink> For(Case c, Visitor visitor, PermissionTable table)
    {
        var links = new List<VerbLink>();
        void Offer(CaseVerb verb, string permission, string text, string noun)
        {
            if (c.Can(verb) && visitor.May(table, permission, c.Unit, c.Area))
            {
                links.Add(new(text, $"/desk/cases/{c.Id}/{noun}", links.Count == 0));
            }
        }

        if (c.Terms.AcceptMode == AcceptMode.OnePerson && c.State is CaseState.Submitted or CaseState.Received)
        {
            Offer(CaseVerb.Accept, CasePermissions.OneSitting, "一次办结", "sitting");
        }

        if (c.Terms.AcceptMode != AcceptMode.UnitAccepts || visitor.Actor.Unit == c.Unit)
        {
            Offer(CaseVerb.Accept, CasePermissions.Accept, "受理", "acceptance");
        }

        if (c.Window is not null && c.DecidedOn is null && visitor.May(table, CounterPermissions.Amend, c.Unit, c.Area))
        {
            links.Add(new(c.MayAmend ? "更正" : "申请更正", $"/desk/cases/{c.Id}/amendment", false));
        }

        Offer(CaseVerb.TakeUp, CasePermissions.Review, "审查", "review");
        Offer(CaseVerb.Propose, CasePermissions.Review, "填写审查意见", "review");
        Offer(CaseVerb.Grant, CasePermissions.Decide, "签批", "decision");
        Offer(CaseVerb.Deliver, CasePermissions.Deliver, "送达", "delivery");
        return links;
    }
}
