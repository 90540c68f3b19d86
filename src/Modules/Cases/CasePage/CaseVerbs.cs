using Yimen.Cases.Contracts;
using Yimen.Cases.Hearings;
using Yimen.Cases.Motions;
using Yimen.Catalog.Contracts;
using Yimen.Platform.Identity;

namespace Yimen.Cases.CasePage;

/// <summary>The buttons of a case page: what the lifecycle allows and the visitor may do. The first is the primary one; what ends a case or lengthens it stands apart, under 更多.</summary>
internal static class CaseVerbs
{
    public static IReadOnlyList<VerbLink> For(Case c, Visitor visitor, PermissionTable table)
    {
        var (links, offers) = (new List<VerbLink>(), new CaseOffers(c, visitor, table));
        if (c.Terms.AcceptMode == AcceptMode.OnePerson && c.State is CaseState.Submitted or CaseState.Received)
        {
            offers.Add(links, CaseVerb.Accept, CasePermissions.OneSitting, "一次办结", "sitting");
        }

        if (offers.Accepts)
        {
            offers.Add(links, CaseVerb.Accept, CasePermissions.Accept, "受理", "acceptance");
            if (c.State != CaseState.Corrected)
            {
                offers.Add(links, CaseVerb.AskCorrection, CasePermissions.Accept, "补正告知", "corrections");
            }
        }

        if (c.OpenCorrection is not null)
        {
            offers.Add(links, CasePermissions.Supply, "登记补正", "supply");
        }

        if (c.OpenMotion is { } motion)
        {
            offers.Add(links, CaseVerb.Answer, CasePermissions.Decide, "批复", $"motions/{motion.Id}");
        }

        offers.Add(links, CaseVerb.Accept, CasePermissions.Accept, "登记材料", "materials");
        offers.Add(links, CaseVerb.TakeUp, CasePermissions.Review, "审查", "review");
        if (visitor.Actor.Unit == c.Unit && c.ClosedOn is null)
        {
            AddHearing(c, links, offers);
        }

        if (c.Paused is null)
        {
            offers.Add(links, CaseVerb.Propose, CasePermissions.Review, "填写审查意见", "review");
        }
        else if (c.OpenSuspension is not null)
        {
            offers.Add(links, CaseVerb.Resume, CasePermissions.Review, "恢复计时", "resumption");
        }

        offers.Add(links, CaseVerb.Grant, CasePermissions.Decide, "签批", "decision");
        offers.Add(links, CaseVerb.Certify, CasePermissions.Certify, "制证", "certificate");
        offers.Add(links, CaseVerb.Deliver, CasePermissions.Deliver, "送达", "delivery");
        offers.Add(links, CaseVerb.Archive, CasePermissions.Archive, "归档", "archive");
        return links;
    }

    /// <summary>What is done seldom: refusals, motions to the head, a withdrawal.</summary>
    public static IReadOnlyList<VerbLink> Seldom(Case c, Visitor visitor, PermissionTable table)
    {
        var (links, offers) = (new List<VerbLink>(), new CaseOffers(c, visitor, table));
        if (visitor.Actor.Unit == c.Unit)
        {
            if (c.AcceptedOn is not null && c.ClosedOn is null)
            {
                offers.Add(links, CasePermissions.Review, "征求联审意见", "consultations");
            }

            if (c.Hearing is null)
            {
                offers.Add(links, CaseVerb.TellHearing, CasePermissions.Review, "告知听证权利", "hearing-right");
            }

            offers.Add(links, CaseVerb.Refuse, CasePermissions.Refuse, "不予受理", "refusal");
            if (c is { State: CaseState.Reviewing, OpenCorrection: null })
            {
                offers.Add(links, CasePermissions.Accept, "审查阶段补正", "corrections");
            }

            foreach (var kind in Motions(c))
            {
                offers.Add(links, CaseVerb.Ask, CasePermissions.Review, $"报批{Kernel.Label.Of(kind)}", $"motions?kind={kind}");
            }
        }

        if (c.Window is not null && c.ClosedOn is null)
        {
            offers.Add(links, CounterPermissions.Amend, c.MayAmend ? "更正笔误" : "申请更正", "amendment");
            offers.Add(links, CounterPermissions.Amend, "拍照和签名", "pictures");
        }

        if (c.Hearing is not null)
        {
            offers.Add(links, CasePermissions.Read, "听证经过和文书", "hearing-letters");
        }

        if (c is { Hearing.Stage: HearingStage.Told, ClosedOn: null })
        {
            offers.Add(links, CasePermissions.Supply, "登记听证申请", "hearing-request");
        }

        offers.Add(links, CaseVerb.TakeIn, CasePermissions.Supply, "接收材料", "handing-in");
        offers.Add(links, CaseVerb.Withdraw, CasePermissions.Withdraw, "登记撤回申请", "withdrawal");
        return links;
    }

    private static void AddHearing(Case c, List<VerbLink> links, CaseOffers offers)
    {
        if (c.Hearing?.Stage == HearingStage.Notified)
        {
            offers.Add(links, CasePermissions.Review, "听证笔录", "hearing-record");
        }

        if (c.Hearing?.Stage is HearingStage.Requested or HearingStage.Notified)
        {
            offers.Add(links, CasePermissions.Review, c.Hearing.Stage == HearingStage.Requested ? "通知听证" : "改期听证", "hearing");
        }
    }

    private static IEnumerable<MotionKind> Motions(Case c) => c.OpenMotion is not null ? []
        : c.State == CaseState.Corrected ? [MotionKind.SecondCorrection]
        : [.. Stopping(c), .. c.Extension is null ? [MotionKind.Extension] : Array.Empty<MotionKind>(), MotionKind.Termination, MotionKind.TransferUp];

    private static IEnumerable<MotionKind> Stopping(Case c) => c.Paused is null && c.Can(CaseVerb.Suspend) ? [MotionKind.SpecialProcedure, MotionKind.Hold] : [];
}

/// <summary>Adds a button where the table and the visitor's rights allow it.</summary>
internal sealed class CaseOffers(Case c, Visitor visitor, PermissionTable table)
{
    /// <summary>Who may accept: the unit, or with its letter of authority the counter.</summary>
    public bool Accepts => c.Terms.AcceptMode != AcceptMode.UnitAccepts || visitor.Actor.Unit == c.Unit;

    public void Add(List<VerbLink> links, CaseVerb verb, string permission, string text, string noun)
    {
        if (c.Can(verb))
        {
            Add(links, permission, text, noun);
        }
    }

    public void Add(List<VerbLink> links, string permission, string text, string noun)
    {
        if (visitor.May(table, permission, c.Unit, c.Area))
        {
            links.Add(new(text, $"/desk/cases/{c.Id}/{noun}", links.Count == 0));
        }
    }
}
