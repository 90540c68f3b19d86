using Yimen.Hotline.Contracts;
using Yimen.Hotline.Links;
using Yimen.Hotline.Replies;
using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Hotline;

/// <summary>重复工单, 同一事项 — handled once, answered to everybody.</summary>
internal sealed partial class WorkOrder
{
    /// <summary>随主单办理 — this caller's order follows another; both keep a note.</summary>
    public void Follow(WorkOrder master, LinkKind kind, Act act)
    {
        MustBeAble(OrderVerb.Follow);
        _ = master.Id == Id ? throw new RuleViolation("link-self", "不能随本单自己办理。")
            : master.State == OrderState.Following ? throw new RuleViolation("link-chain", "那件工单自己也随主单办理，请直接选它的主单。")
            : MasterId is not null ? throw new RuleViolation("followed-before", "本单已经随主单办理过，重办后请派单办理。")
            : Followers > 0 ? throw new RuleViolation("link-chain", "本单已有随办工单，不能再随别的工单办理。")
            : 0;
        master.TakeFollower(this, act);
        Move(OrderVerb.Follow, act, new Change("主单", null, master.Number), new("关系", null, Label.Of(kind)));
        (MasterId, Link) = (master.Id, kind);
        Classify(master);
    }

    /// <summary>单独办理 — it does not follow any more: another matter after all, or the master went back to the city.</summary>
    public void HandleApart(WorkOrder master, Act act)
    {
        MustBeAble(OrderVerb.HandleApart);
        Move(OrderVerb.HandleApart, act, new Change("主单", master.Number, null));
        (MasterId, Link) = (null, null);
        master.Followers--;
        master.Trail.Note(act, "解除随办", null, null, new Change("随办工单", Number, null));
    }

    /// <summary>转告答复 — what was answered to the master is answered to this caller.</summary>
    public void TakeAnswer(WorkOrder master, Guid replyId, Act act)
    {
        MustBeAble(OrderVerb.TakeAnswer);
        Move(OrderVerb.TakeAnswer, act, new Change("主单", null, master.Number));
        Outcome = master.Outcome;
        Classify(master);
        if (master.DirectAnswer)
        {
            (DirectText, DirectAnswer) = (master.DirectText, true);
        }

        if (master.Released is not { } given)
        {
            return;
        }

        (Unit, HandlerId) = (master.Unit, master.HandlerId);
        var told = new OrderReply
        {
            Id = replyId, Sequence = replies.Count + 1, Unit = given.Unit, ContactedAt = given.ContactedAt, ContactWay = given.ContactWay, Facts = given.Facts, Outcome = given.Outcome, Text = given.Text, Basis = given.Basis,
            ContactPerson = given.ContactPerson, ContactPhone = given.ContactPhone, ScanId = given.ScanId, ById = given.ById, ByName = given.ByName, At = act.Now, On = act.Today,
        };
        told.Release(act);
        replies.Add(told);
    }

    // demand is counted for all: one that was linked before anybody gave it a class has its master's
    private void Classify(WorkOrder master)
    {
        if (ContentClass.Length == 0 && master.ContentClass.Length > 0)
        {
            ContentClass = master.ContentClass;
            Trail.Add(new Change("内容分类", null, ContentClass));
        }
    }

    private void TakeFollower(WorkOrder follower, Act act)
    {
        MustBeAble(OrderVerb.TakeFollower);
        Move(OrderVerb.TakeFollower, act, new Change("随办工单", null, follower.Number));
        Followers++;
    }
}
