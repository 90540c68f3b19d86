using Yimen.Hotline.Files;
using Yimen.Hotline.Replies;
using Yimen.Hotline.Reviews;
using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Hotline;

/// <summary>From the reply to the hotline office's word on it.</summary>
internal sealed partial class WorkOrder
{
    private const string OfficeLevel = "热线办";

    /// <summary>The reply under review, or the last one.</summary>
    public OrderReply? LastReply => replies.MaxBy(r => r.Sequence);

    /// <summary>The reply that the caller may read.</summary>
    public OrderReply? Released => replies.Where(r => r.ReleasedAt is not null).MaxBy(r => r.Sequence);

    /// <summary>上传照片 — what the unit saw; the first one begins the handling.</summary>
    public void Attach(OrderFile photo, Act act)
    {
        MustBeOurs(act);
        if (State == Contracts.OrderState.Signed)
        {
            Begin(act);
        }

        if (State != Contracts.OrderState.Handling)
        {
            throw new RuleViolation("wrong-state", $"当前状态为“{Label.Of(State)}”，不能上传现场照片。");
        }

        files.Add(photo);
        Trail.Note(act, "上传照片", null, null, new Change("文件", null, photo.Name));
    }

    /// <summary>回复 — the unit's answer by the 答复规范 goes up through its own levels.</summary>
    public void Reply(ReplyDraft draft, IReadOnlyList<ReviewStep> levels, Act act, LegalClock clock)
    {
        MustBeAble(OrderVerb.Reply);
        MustBeOurs(act);
        _ = OpenReturn is not null ? throw new RuleViolation("return-open", "移交申请还没有答复，先等热线办答复。")
            : draft.ScanId == Guid.Empty ? throw new RuleViolation("scan-missing", "请上传盖章的书面答复扫描件。")
            : draft.ContactedAt > act.Now ? throw new RuleViolation("contact-ahead", "联系诉求人的时间不能晚于现在。")
            : 0;
        Move(OrderVerb.Reply, act, new Change("承办结果", null, Label.Of(draft.Outcome)));
        LapseExtension("已经回复", act);
        EndStop(act.Today, clock);
        (ReviewLevel, ReviewRole) = (1, levels[0].Role);
        replies.Add(new OrderReply
        {
            Id = draft.Id, Sequence = replies.Count + 1, Unit = Unit!.Value, ContactedAt = draft.ContactedAt, ContactWay = draft.Way, Facts = draft.Facts, Outcome = draft.Outcome, Text = draft.Text, Basis = draft.Basis,
            ContactPerson = draft.ContactPerson, ContactPhone = draft.ContactPhone, ScanId = draft.ScanId, ById = act.By.AccountId, ByName = act.By.Name, At = act.Now, On = act.Today,
        });
    }

    /// <summary>逐级审核, 报热线办 — a level of the unit passes it; a higher one covers those below.</summary>
    /// <param name="level">Whose level passes it, counted from 1.</param>
    public void Pass(int level, IReadOnlyList<ReviewStep> levels, Act act)
    {
        MustBeAble(OrderVerb.PassOn);
        MustBeOurs(act);
        var reply = LastReply!;
        _ = reply.ById == act.By.AccountId ? throw new RuleViolation("own-reply", "不能审核自己填写的答复。")
            : level < ReviewLevel ? throw new RuleViolation("level-passed", "这一级已经审核过，等待上一级审核。")
            : 0;
        var last = level >= levels.Count;
        Move(last ? OrderVerb.SendUp : OrderVerb.PassOn, act, new Change("层级", null, levels[level - 1].Name));
        reviews.Add(Review(reply, levels[level - 1].Name, passed: true, act));
        (ReviewLevel, ReviewRole) = last ? (0, "") : (level + 1, levels[level].Role);
    }

    /// <summary>退回修改 — by a level of the unit or by the hotline office; the unit mends it, the clock ran on.</summary>
    public void SendBack(string level, Act act)
    {
        MustBeAble(OrderVerb.SendBack);
        if (act.Reason is null)
        {
            throw new RuleViolation("reason", "退回须写明要修改什么。");
        }

        if (State == Contracts.OrderState.UnitReview)
        {
            MustBeOurs(act);
        }

        Move(OrderVerb.SendBack, act);
        LastReply!.SendBack(act);
        reviews.Add(Review(LastReply, level, passed: false, act));
        (ReviewLevel, ReviewRole) = (0, "");
    }

    /// <summary>审核通过 — the hotline office lets the answer out: the caller reads it, and is asked.</summary>
    public void Release(Act act)
    {
        MustBeAble(OrderVerb.Release);
        Move(OrderVerb.Release, act);
        var reply = LastReply!;
        reply.Release(act);
        reviews.Add(Review(reply, OfficeLevel, passed: true, act));
        Outcome = reply.Outcome;
    }

    private static OrderReview Review(OrderReply reply, string level, bool passed, Act act) => new()
    {
        ReplyId = reply.Id, Level = level, Passed = passed, Remark = act.Reason ?? "", ByName = act.By.Name, At = act.Now,
    };
}
