using Yimen.Hotline.Villages;
using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Hotline;

/// <summary>交办村居 — from the town on to the village, and back.</summary>
internal sealed partial class WorkOrder
{
    /// <summary>交办 — a village looks into it for its town; the order's own days run on as they did.</summary>
    public void HandDown(ErrandDraft draft, Act act)
    {
        MustBeAble(OrderVerb.HandDown);
        MustBeOurs(act);
        _ = draft.What.Length == 0 ? throw new RuleViolation("errand-what", "请写明交给村居做什么。")
            // of what is late already the day is the town's to set
            : draft.Due < act.Today || (Due >= act.Today && draft.Due > Due) ? throw new RuleViolation("errand-due", $"反馈期限应在今天到县办结期限{(Due is { } last ? $"（{last:yyyy-MM-dd}）" : "")}之间。")
            : errands.Exists(e => e.IsOpen && e.Village == draft.Village) ? throw new RuleViolation("errand-open", $"{draft.VillageName}还有一件没有反馈的交办。")
            : 0;
        Move(OrderVerb.HandDown, act, new Change("村居", null, draft.VillageName), new("交办事项", null, draft.What), new("反馈期限", null, $"{draft.Due:yyyy-MM-dd}"));
        errands.Add(new OrderErrand { Village = draft.Village, VillageName = draft.VillageName, What = draft.What, Due = draft.Due, ByName = act.By.Name, At = act.Now });
    }

    /// <summary>村居反馈 — what the village found, noted by its town.</summary>
    public void TakeFeedback(AreaCode village, string report, Act act)
    {
        MustBeAble(OrderVerb.TakeFeedback);
        MustBeOurs(act);
        var errand = errands.Find(e => e.IsOpen && e.Village == village) ?? throw new RuleViolation("no-errand", "这个村居没有等待反馈的交办，可能已经登记。");
        Move(OrderVerb.TakeFeedback, act, new Change("村居", null, errand.VillageName), new("反馈", null, report));
        errand.Close(report, act);
    }
}
