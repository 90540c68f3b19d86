using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Cases.Anomalies;

/// <summary>异常办件 — a case that a dated rule finds unlikely: explained by its unit, judged by the centre, or left out of the figures with the reason.</summary>
internal sealed class Anomaly : IMatter, IPlaced
{
    public const string MatterKind = "anomaly";

    private Anomaly()
    {
    }

    public Guid Id { get; private init; }

    public Guid CaseId { get; private init; }

    public string CaseNumber { get; private init; } = "";

    public string ItemName { get; private init; } = "";

    public UnitId Unit { get; private init; }

    public AreaCode Area { get; private init; }

    public string Town { get; private init; } = "";

    public AnomalyRule Rule { get; private init; }

    /// <summary>What was found, in words and nothing personal: 受理后 12 秒办结.</summary>
    public string Detail { get; private init; } = "";

    /// <summary>The day of the fact that is unlikely.</summary>
    public DateOnly On { get; private init; }

    public DateOnly FoundOn { get; private init; }

    /// <summary>From which day the limit that was applied is in force; null where no number is in the rule.</summary>
    public DateOnly? RuleFrom { get; private init; }

    public AnomalyState State { get; private set; }

    public string Explanation { get; private set; } = "";

    public string ExplainedBy { get; private set; } = "";

    public DateOnly? ExplainedOn { get; private set; }

    /// <summary>Why it was left out, sent back, or taken in again.</summary>
    public string Judgement { get; private set; } = "";

    public string JudgedBy { get; private set; } = "";

    public DateOnly? ExcludedOn { get; private set; }

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    public string Href => $"/desk/anomalies/{Id}";

    public IEnumerable<TaskSpec> WaitsFor => State switch
    {
        AnomalyState.Found => [new("explain", $"说明异常办件：{ItemName}（{CaseNumber}）", Roles.UnitHead, Unit) { Href = Href }],
        AnomalyState.Explained => [new("judge", $"核对异常说明：{ItemName}（{CaseNumber}）", Roles.Coordination) { Href = Href }],
        _ => [],
    };

    public bool Can(AnomalyVerb verb) => AnomalyLifecycle.Table.Can(State, verb);

    /// <summary>发现异常 — a rule applies to a case; what the rule says stands in the row.</summary>
    public static Anomaly Find(Guid id, Case c, Finding finding, Act act)
    {
        var found = new Anomaly
        {
            Id = id, CaseId = c.Id, CaseNumber = c.Number, ItemName = c.ItemName, Unit = c.Unit, Area = c.Area, Town = c.Town,
            Rule = finding.Rule, Detail = finding.Detail, On = finding.On, FoundOn = act.Today, RuleFrom = finding.RuleFrom, State = AnomalyState.Found,
        };
        found.Trail.Note(act, "发现异常", null, Label.Of(AnomalyState.Found), new("规则", null, Label.Of(finding.Rule)), new("情况", null, finding.Detail), new("办件", null, c.Number));
        return found;
    }

    /// <summary>说明情况 — the unit says how it came about.</summary>
    public void Explain(Act act)
    {
        var why = Reason(act, "请说明情况。");
        Move(AnomalyVerb.Explain, act);
        (Explanation, ExplainedBy, ExplainedOn) = (why, act.By.Name, act.Today);
    }

    /// <summary>采纳说明 — the centre finds it plausible; the case counts as before.</summary>
    public void Accept(Act act)
    {
        Move(AnomalyVerb.Accept, act);
        (Judgement, JudgedBy) = (act.Reason ?? "", act.By.Name);
    }

    /// <summary>退回重新说明 — the explanation does not suffice, and why.</summary>
    public void Return(Act act)
    {
        var why = Reason(act, "退回须写明还要说明什么。");
        Move(AnomalyVerb.Return, act);
        (Judgement, JudgedBy) = (why, act.By.Name);
    }

    /// <summary>剔除统计 — the case is left out of the figures, with the reason; the figures say how many were.</summary>
    public void Exclude(Case c, Act act)
    {
        var why = Reason(act, "剔除统计须写明原因。");
        Move(AnomalyVerb.Exclude, act);
        (Judgement, JudgedBy, ExcludedOn) = (why, act.By.Name, act.Today);
        c.LeaveOut(act);
    }

    /// <summary>恢复统计 — the case counts again, and is explained anew.</summary>
    public void Restore(Case c, Act act)
    {
        var why = Reason(act, "恢复统计须写明原因。");
        Move(AnomalyVerb.Restore, act);
        (Judgement, JudgedBy, ExcludedOn) = (why, act.By.Name, null);
        c.TakeIn(act);
    }

    private static string Reason(Act act, string missing) => act.Reason ?? throw new RuleViolation("reason", missing);

    private void Move(AnomalyVerb verb, Act act)
    {
        var from = State;
        State = AnomalyLifecycle.Table.After(from, verb);
        Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(State));
    }
}
