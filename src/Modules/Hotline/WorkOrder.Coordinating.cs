using Yimen.Hotline.Coordination;
using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Hotline;

/// <summary>疑难件协调 — proposed, decided by a meeting, carried out by the units to which it gave something to do.</summary>
internal sealed partial class WorkOrder
{
    public OrderCoordination? OpenCoordination => coordinations.Find(c => c.IsOpen);

    /// <summary>提请协调 — a difficult order goes to a meeting of the units concerned.</summary>
    public void ProposeCoordination(Guid id, Act act)
    {
        MustBeAble(OrderVerb.ProposeCoordination);
        if (act.Reason is null)
        {
            throw new RuleViolation("reason", "提请协调须写明难在哪里。");
        }

        if (OpenCoordination is not null)
        {
            throw new RuleViolation("coordination-open", "本单已经提请协调，等待决定。");
        }

        Move(OrderVerb.ProposeCoordination, act);
        coordinations.Add(new OrderCoordination { Id = id, Why = act.Reason, ByName = act.By.Name, At = act.Now });
    }

    /// <summary>协调决定 — the meeting says which unit leads, by when, and what others do; its word is the basis of the next dispatch.</summary>
    public void DecideCoordination(MeetingDraft draft, Act act)
    {
        MustBeAble(OrderVerb.DecideCoordination);
        var open = OpenCoordination ?? throw new RuleViolation("no-coordination", "没有等待决定的协调。");
        MustBeDecided(draft, open, act);
        Move(OrderVerb.DecideCoordination, act, new Change("协调决定", null, draft.Decision), new("牵头单位", null, draft.Lead.Value), new("完成期限", null, $"{draft.Due:yyyy-MM-dd}"));
        open.Decide(draft, act);
        duties.Add(new CoordinationDuty { CoordinationId = open.Id, Unit = draft.Lead, What = "牵头落实协调决定", Due = draft.Due });
        duties.AddRange(draft.Duties.Select(d => new CoordinationDuty { CoordinationId = open.Id, Unit = d.Unit, What = d.What, Due = draft.Due }));
    }

    /// <summary>反馈落实 — a unit says what it did of what the meeting gave it.</summary>
    public void ReportDuty(string report, Act act)
    {
        MustBeAble(OrderVerb.ReportDuty);
        var mine = duties.FindAll(d => d.IsOpen && d.Unit == act.By.Unit);
        if (mine.Count == 0)
        {
            throw new RuleViolation("no-duty", "没有等待贵单位落实的协调任务，可能已经反馈。");
        }

        Move(OrderVerb.ReportDuty, act, new Change("落实单位", null, act.By.Unit?.Value));
        mine.ForEach(d => d.Close(report, act));
    }

    /// <summary>登记落实 — what became of all that is still owed, as the office found it itself: a unit that never answers must not hold the order for ever.</summary>
    public void NoteDuties(string report, Act act)
    {
        MustBeAble(OrderVerb.NoteDuties);
        var owed = duties.FindAll(d => d.IsOpen);
        if (owed.Count == 0)
        {
            throw new RuleViolation("no-duty", "没有等待落实的协调任务，可能已经反馈。");
        }

        Move(OrderVerb.NoteDuties, act, new Change("落实单位", null, string.Join('、', owed.Select(d => d.Unit.Value).Distinct())), new("落实情况", null, report));
        owed.ForEach(d => d.Close(report, act));
    }

    private void MustBeDecided(MeetingDraft draft, OrderCoordination open, Act act)
    {
        var units = draft.Duties.Select(d => d.Unit).Append(draft.Lead).ToList();
        _ = draft.Decision.Length == 0 ? throw new RuleViolation("decision-missing", "请写明协调决定。")
            : draft.Minutes.Length == 0 ? throw new RuleViolation("minutes-missing", "请写明会议纪要。")
            : draft.MetOn > act.Today || draft.MetOn < ChinaTime.DateOf(open.At) ? throw new RuleViolation("met-on", $"会议日期应在提请协调之日（{ChinaTime.DateOf(open.At):yyyy-MM-dd}）到今天之间。")
            : draft.Due < act.Today || draft.Due > act.Today.AddYears(1) ? throw new RuleViolation("duty-due", "完成期限应在今天以后、一年以内。")
            : units.Distinct().Count() < units.Count ? throw new RuleViolation("duty-twice", "一个单位只能列一次；牵头单位不再列入配合单位。")
            : units.Exists(u => u == ReportedUnit) ? throw new RuleViolation("reported-unit", "本单反映的就是这个单位，不能由它牵头或者配合落实。")
            : 0;
    }
}
