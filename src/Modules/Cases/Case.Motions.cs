using Yimen.Cases.Contracts;
using Yimen.Cases.Motions;
using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Cases;

/// <summary>报批 and what an approved motion brings about: the clock stands, is lengthened, the case ends or goes upward.</summary>
internal sealed partial class Case
{
    public CaseMotion? OpenMotion => ClosedOn is null ? motions.Find(m => m.IsOpen) : null;

    /// <summary>What the unit may resume; the stop of a hearing ends with its record.</summary>
    public CaseSuspension? OpenSuspension => suspensions.Find(s => s is { EndedOn: null, OfHearing: false });

    /// <summary>Where the clock stood; overlapping stretches count once (ruling 37).</summary>
    public IReadOnlyList<Stop> Stops => [.. suspensions.Select(s => s.AsStop)];

    /// <summary>报批 — the reviewer asks the unit's head; one motion at a time.</summary>
    public void Ask(CaseMotion motion, Act act, int mostExtension)
    {
        if (act.By.Unit != Unit)
        {
            throw new RuleViolation("unit-decides", "延期、特别程序、终止和转报由决定机关办理。");
        }

        if (OpenMotion is not null)
        {
            throw new RuleViolation("motion-open", "已有一项报批等待批复。");
        }

        Fits(motion, mostExtension);
        Move(CaseVerb.Ask, act, new Change(Label.Of(motion.Kind), null, motion.Why), new Change("天数", null, motion.Days == 0 ? "" : $"{motion.Days}"));
        motions.Add(motion);
    }

    /// <summary>批复 — the head answers; who asked does not answer. What was approved is carried out by the caller in the same write.</summary>
    public CaseMotion Answer(Guid motionId, bool approved, Act act)
    {
        var motion = motions.Find(m => m.Id == motionId && m.IsOpen) ?? throw new RuleViolation("no-motion", "这项报批已经批复。");
        if (motion.ById == act.By.AccountId)
        {
            throw new RuleViolation("asker-answers", "报批人不能批复自己报批的事项。");
        }

        if (!approved && act.Reason is null)
        {
            throw new RuleViolation("reason", "不同意须写明理由。");
        }

        Move(CaseVerb.Answer, act, new Change(Label.Of(motion.Kind), null, approved ? "同意" : "不同意"));
        motion.Answer(approved, act);
        return motion;
    }

    /// <summary>特别程序, 挂起 — from today, which still counts, the clock stands (行政许可法 第四十五条; domain C3).</summary>
    public CaseSuspension Suspend(CaseMotion motion, Guid id, Act act, LegalClock clock)
    {
        var suspension = new CaseSuspension
        {
            Id = id, Special = motion.Kind == MotionKind.SpecialProcedure, Ground = motion.Ground, Why = motion.Why, PlannedDays = motion.Days, ApprovedBy = act.By.Name, BeganOn = act.Today,
        };
        Move(CaseVerb.Suspend, act, new Change("事由", null, suspension.Words), new Change("计划天数", null, $"{motion.Days}"));
        suspensions.Add(suspension);
        SetPaused(clock);
        return suspension;
    }

    /// <summary>恢复计时 — the result is there; today does not count, counting resumes the next working day.</summary>
    public void Resume(string result, Act act, LegalClock clock)
    {
        var open = OpenSuspension ?? throw new RuleViolation("not-paused", "计时没有暂停。");
        if (act.By.Unit != Unit)
        {
            throw new RuleViolation("unit-decides", "恢复计时由决定机关办理。");
        }

        Move(CaseVerb.Resume, act, new Change(open.Words, null, result));
        (open.EndedOn, open.Result) = (act.Today, result);
        SetPaused(clock);
        Trail.Add(new Change("承诺办结日", null, $"{Due:yyyy-MM-dd}"));
    }

    /// <summary>延期 — once, approved by the unit's head, its reasons told to the applicant (行政许可法 第四十二条).</summary>
    public void Extend(CaseMotion motion, Act act, LegalClock clock)
    {
        var before = Due;
        Move(CaseVerb.Extend, act);
        Extension = new CaseExtension { Days = motion.Days, Why = motion.Why, ApprovedBy = act.By.Name, At = act.Now };
        ExtraDays = motion.Days;
        SetDue(clock);
        Trail.Add(new Change("承诺办结日", $"{before:yyyy-MM-dd}", $"{Due:yyyy-MM-dd}"));
    }

    private void Fits(CaseMotion motion, int mostExtension)
    {
        _ = motion.Kind switch
        {
            MotionKind.SecondCorrection when State != CaseState.Corrected && State != CaseState.Reviewing => throw new RuleViolation("wrong-state", "申请人补正之后，才可以报批再次补正。"),
            MotionKind.SecondCorrection when motion.Flaws.Count == 0 => throw new RuleViolation("no-flaws", "请至少写明一项需要补正的内容。"),
            not MotionKind.SecondCorrection when AcceptedOn is null => throw new RuleViolation("wrong-state", $"受理之后才可以{Label.Of(motion.Kind)}。"),
            MotionKind.Extension when Extension is not null => throw new RuleViolation("extended-once", "延期只能一次，本办件已经延期。", "行政许可法 第四十二条"),
            MotionKind.Extension when motion.Days < 1 || motion.Days > mostExtension => throw new RuleViolation("extension-days", $"延期应为 1 至 {mostExtension} 个工作日。", "行政许可法 第四十二条"),
            MotionKind.SpecialProcedure or MotionKind.Hold when OpenSuspension is not null => throw new RuleViolation("paused", $"计时已经暂停（{Paused}）。"),
            MotionKind.SpecialProcedure or MotionKind.Hold when State == CaseState.Proposed => throw new RuleViolation("wrong-state", "已提交签批，不能再暂停计时。"),
            MotionKind.SpecialProcedure or MotionKind.Hold when motion.Days is < 1 or > 500 => throw new RuleViolation("planned-days", "计划天数应为 1 至 500 个工作日。"),
            MotionKind.SpecialProcedure or MotionKind.Hold when motion.Ground.Length == 0 => throw new RuleViolation("ground", "请写明暂停计时的事由。"),
            MotionKind.TransferUp when motion.To.Length == 0 => throw new RuleViolation("to-missing", "请写明转报的机关。"),
            _ => 0,
        };
    }

    // the end of the case ends the stop; its deadline is again what the rows say
    private void EndStops(DateOnly today, LegalClock clock)
    {
        var open = suspensions.FindAll(s => s.EndedOn is null);
        if (open.Count > 0)
        {
            open.ForEach(s => s.EndedOn = today);
            SetPaused(clock);
        }
    }
}
