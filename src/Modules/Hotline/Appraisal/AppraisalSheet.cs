using Yimen.Hotline.Limits;
using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Hotline.Appraisal;

/// <summary>What is excluded, or objected to: one order under one criterion.</summary>
internal sealed record AppraisalPoint(Guid Id, Criterion Criterion, Guid OrderId, string Number, UnitId Unit, string Why, Guid? FileId = null);

/// <summary>月度考核表 — the member units of one month: counted, published to them, corrected where an objection holds, final. What is final changes no more.</summary>
internal sealed class AppraisalSheet : IMatter
{
    public const string MatterKind = "appraisal";

    public static readonly Lifecycle<AppraisalState, AppraisalVerb> Lifecycle = new(
        (AppraisalState.Draft, AppraisalVerb.Recount, AppraisalState.Draft),
        (AppraisalState.Draft, AppraisalVerb.ProposeExclusion, AppraisalState.Draft),
        (AppraisalState.Draft, AppraisalVerb.AllowExclusion, AppraisalState.Draft),
        (AppraisalState.Draft, AppraisalVerb.RefuseExclusion, AppraisalState.Draft),
        (AppraisalState.Draft, AppraisalVerb.Publish, AppraisalState.Published),
        (AppraisalState.Published, AppraisalVerb.Acknowledge, AppraisalState.Published),
        (AppraisalState.Published, AppraisalVerb.Object, AppraisalState.Published),
        (AppraisalState.Published, AppraisalVerb.Uphold, AppraisalState.Published),
        (AppraisalState.Published, AppraisalVerb.Dismiss, AppraisalState.Published),
        (AppraisalState.Published, AppraisalVerb.EndDays, AppraisalState.Published),
        (AppraisalState.Published, AppraisalVerb.Finalise, AppraisalState.Final));

    private readonly List<AppraisalLine> lines = [];
    private readonly List<AppraisalExclusion> exclusions = [];
    private readonly List<AppraisalObjection> objections = [];
    private readonly List<AppraisalReceipt> receipts = [];

    private AppraisalSheet()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>The month's first day: one sheet a month.</summary>
    public DateOnly Month { get; private init; }

    public AppraisalState State { get; private set; }

    /// <summary>The weights and bounds by which it was counted, in words, a line each: what a final sheet is read by.</summary>
    public string Rules { get; private set; } = "";

    public DateTimeOffset CountedAt { get; private set; }

    public DateOnly? PublishedOn { get; private set; }

    /// <summary>The last day on which a unit may object.</summary>
    public DateOnly? ObjectBy { get; private set; }

    /// <summary>The day on which the days for objections were over: nobody is asked to read any more.</summary>
    public DateOnly? DaysEndedOn { get; private set; }

    public DateOnly? FinalOn { get; private set; }

    public IReadOnlyList<AppraisalLine> Lines => lines;

    public IReadOnlyList<AppraisalExclusion> Exclusions => exclusions;

    public IReadOnlyList<AppraisalObjection> Objections => objections;

    public IReadOnlyList<AppraisalReceipt> Receipts => receipts;

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    public string Key => $"{Month:yyyy-MM}";

    public string Name => $"{Month.Year}年{Month.Month}月热线考核";

    public string Href => $"/desk/appraisals/{Key}";

    public IEnumerable<TaskSpec> WaitsFor
    {
        get
        {
            var (undecided, open) = (exclusions.Count(x => x.Allowed is null), objections.Count(o => o.Upheld is null));
            if (State == AppraisalState.Draft)
            {
                yield return new("publish", $"公布：{Name}", Roles.Hotline) { Href = Href };
            }

            if (undecided > 0)
            {
                yield return new("exclusion", $"批准剔除：{Name}（{undecided} 件）", Roles.Director) { Href = Href };
            }

            if (open > 0)
            {
                yield return new("objection", $"答复申诉：{Name}（{open} 件）", Roles.Hotline) { Href = Href };
            }

            if (State == AppraisalState.Published)
            {
                yield return new("finalise", $"定稿：{Name}", Roles.Hotline, null, ObjectBy) { Href = Href };
            }

            foreach (var unit in lines.Select(l => l.Unit).Where(Awaits))
            {
                yield return new($"read-{unit}", $"核对考核结果：{Name}（{ObjectBy:yyyy-MM-dd} 以前可以申诉）", Roles.Liaison, unit, ObjectBy) { Href = $"{Href}/units/{unit}" };
            }
        }
    }

    /// <summary>生成考核表 — of a month that is over.</summary>
    /// <exception cref="RuleViolation"><c>appraisal-early</c>.</exception>
    public static AppraisalSheet Count(Guid id, DateOnly month, IReadOnlyList<AppraisalLine> counted, AppraisalRules rules, Act act)
    {
        if (month.AddMonths(1) > act.Today)
        {
            throw new RuleViolation("appraisal-early", "当月结束以后才能生成考核表。");
        }

        var sheet = new AppraisalSheet { Id = id, Month = month, State = AppraisalState.Draft };
        sheet.Take(counted, rules, act);
        sheet.Trail.Note(act, Label.Of(AppraisalVerb.Count), null, Label.Of(sheet.State), new Change("单位", null, $"{counted.Count}"));
        return sheet;
    }

    /// <summary>重新计算 — rows were corrected meanwhile, or rules were set.</summary>
    public void Recount(IReadOnlyList<AppraisalLine> counted, AppraisalRules rules, Act act)
    {
        Move(AppraisalVerb.Recount, act, new Change("单位", $"{lines.Count}", $"{counted.Count}"));
        Take(counted, rules, act);
    }

    /// <summary>提出剔除 — an order that should not be held against a unit under one criterion. Somebody else allows it.</summary>
    /// <exception cref="RuleViolation"><c>excluded-twice</c>, <c>exclusion-why</c>.</exception>
    public void ProposeExclusion(AppraisalPoint point, Act act)
    {
        Lifecycle.After(State, AppraisalVerb.ProposeExclusion);
        Once(point);
        Move(AppraisalVerb.ProposeExclusion, act, Words(point));
        exclusions.Add(Row(point, act));
    }

    /// <summary>批准剔除, 不批准剔除 — never by who proposed it.</summary>
    /// <exception cref="RuleViolation"><c>own-exclusion</c>, <c>exclusion-decided</c>.</exception>
    public void DecideExclusion(Guid id, bool allowed, Act act)
    {
        Lifecycle.After(State, AppraisalVerb.AllowExclusion);
        var row = exclusions.Find(x => x.Id == id) ?? throw new RuleViolation("exclusion-gone", "没有这条剔除。");
        _ = row.Allowed is not null ? throw new RuleViolation("exclusion-decided", "这条剔除已经答复。")
            : row.ById == act.By.AccountId ? throw new RuleViolation("own-exclusion", "提出剔除的人不能自己批准。")
            : !allowed && act.Reason is null ? throw new RuleViolation("reason", "不批准剔除须写明理由。")
            : 0;
        Move(allowed ? AppraisalVerb.AllowExclusion : AppraisalVerb.RefuseExclusion, act, new Change("工单", null, row.Number));
        row.Decide(allowed, act);
    }

    /// <summary>公布考核结果 — to the units, who may object until the day.</summary>
    /// <exception cref="RuleViolation"><c>exclusions-open</c>, <c>appraisal-empty</c>.</exception>
    public void Publish(DateOnly objectBy, Act act)
    {
        Lifecycle.After(State, AppraisalVerb.Publish);
        _ = exclusions.Exists(x => x.Allowed is null) ? throw new RuleViolation("exclusions-open", "还有没有答复的剔除，答复以后才能公布。")
            : lines.Count == 0 ? throw new RuleViolation("appraisal-empty", "当月没有单位可以考核。")
            : 0;
        Move(AppraisalVerb.Publish, act, new Change("申诉截止", null, $"{objectBy:yyyy-MM-dd}"));
        (PublishedOn, ObjectBy) = (act.Today, objectBy);
    }

    /// <summary>签阅考核结果 — the unit has read its line and leaves it so for now; it may still object until the day.</summary>
    /// <exception cref="RuleViolation"><c>objection-unit</c>, <c>read-twice</c>.</exception>
    public void Acknowledge(UnitId unit, Act act)
    {
        Lifecycle.After(State, AppraisalVerb.Acknowledge);
        _ = lines.TrueForAll(l => l.Unit != unit) ? throw new RuleViolation("objection-unit", "本单位当月没有考核结果。")
            : receipts.Exists(r => r.Unit == unit) ? throw new RuleViolation("read-twice", "本单位已经签阅过。")
            : 0;
        Move(AppraisalVerb.Acknowledge, act, new Change("单位", null, unit.Value));
        receipts.Add(new AppraisalReceipt { Unit = unit, ByName = act.By.Name, At = act.Now });
    }

    /// <summary>申诉期满 — the last day has passed: what still waited for a unit to read closes by itself.</summary>
    /// <exception cref="RuleViolation"><c>objection-days</c>, <c>days-ended</c>.</exception>
    public void EndDays(Act act)
    {
        Lifecycle.After(State, AppraisalVerb.EndDays);
        _ = act.Today <= ObjectBy ? throw new RuleViolation("objection-days", $"申诉期限到 {ObjectBy:yyyy-MM-dd}，还没有届满。")
            : DaysEndedOn is not null ? throw new RuleViolation("days-ended", "申诉期限已经届满。")
            : 0;
        Move(AppraisalVerb.EndDays, act, new Change("没有签阅的单位", null, $"{lines.Count(l => Awaits(l.Unit))}"));
        DaysEndedOn = act.Today;
    }

    /// <summary>提出申诉 — by the unit, of a row that counts against it.</summary>
    /// <exception cref="RuleViolation"><c>objection-late</c>, <c>objected-twice</c>.</exception>
    public void Object(AppraisalPoint point, Act act)
    {
        Lifecycle.After(State, AppraisalVerb.Object);
        _ = act.Today > ObjectBy ? throw new RuleViolation("objection-late", $"申诉期限已于 {ObjectBy:yyyy-MM-dd} 届满。")
            : lines.TrueForAll(l => l.Unit != point.Unit) ? throw new RuleViolation("objection-unit", "本单位当月没有考核结果。")
            : objections.Exists(o => o.Unit == point.Unit && o.Criterion == point.Criterion && o.OrderId == point.OrderId) ? throw new RuleViolation("objected-twice", "本单位对这件工单的这一项已经申诉过。")
            : 0;
        Move(AppraisalVerb.Object, act, Words(point));
        objections.Add(new AppraisalObjection { Id = point.Id, Unit = point.Unit, Criterion = point.Criterion, OrderId = point.OrderId, Number = point.Number, Why = point.Why, FileId = point.FileId, ByName = act.By.Name, At = act.Now });
    }

    /// <summary>申诉成立, 申诉不成立 — where it holds the order is left out; the caller counts the sheet anew in the same write.</summary>
    /// <exception cref="RuleViolation"><c>objection-decided</c>, <c>reason</c>.</exception>
    public void DecideObjection(Guid id, bool upheld, Guid exclusionId, Act act)
    {
        Lifecycle.After(State, AppraisalVerb.Uphold);
        var row = objections.Find(o => o.Id == id) ?? throw new RuleViolation("objection-gone", "没有这件申诉。");
        _ = row.Upheld is not null ? throw new RuleViolation("objection-decided", "这件申诉已经答复。")
            : act.Reason is null ? throw new RuleViolation("reason", "答复申诉须写明理由。")
            : 0;
        Move(upheld ? AppraisalVerb.Uphold : AppraisalVerb.Dismiss, act, new Change("工单", null, row.Number));
        row.Decide(upheld, act);
        if (upheld && !exclusions.Exists(x => Same(x, row.Criterion, row.OrderId)))
        {
            // the reason and the name are the unit's, the leave is the office's
            var left = new AppraisalExclusion { Id = exclusionId, Criterion = row.Criterion, OrderId = row.OrderId, Number = row.Number, Unit = row.Unit, From = Month, To = Month.AddMonths(1), Why = $"申诉成立：{row.Why}", ById = Guid.Empty, ByName = row.ByName, At = row.At };
            left.Decide(true, act);
            exclusions.Add(left);
        }
    }

    /// <summary>Counted anew after an objection was upheld, without a step of its own.</summary>
    public void Correct(IReadOnlyList<AppraisalLine> counted, AppraisalRules rules, Act act) => Take(counted, rules, act);

    /// <summary>考核定稿 — the days for objections are over and each has its answer; red and black list follow from it.</summary>
    /// <exception cref="RuleViolation"><c>objections-open</c>, <c>objection-days</c>.</exception>
    public void Finalise(OrderLimits limits, Act act)
    {
        Lifecycle.After(State, AppraisalVerb.Finalise);
        _ = objections.Exists(o => o.Upheld is null) ? throw new RuleViolation("objections-open", "还有没有答复的申诉，答复以后才能定稿。")
            : act.Today <= ObjectBy ? throw new RuleViolation("objection-days", $"申诉期限到 {ObjectBy:yyyy-MM-dd}，届满以后才能定稿。")
            : 0;
        Move(AppraisalVerb.Finalise, act);
        FinalOn = act.Today;
        foreach (var group in lines.GroupBy(l => l.Group))
        {
            var all = group.ToList();
            all.ForEach(l => l.Praise(AppraisalScore.HonourOf(l, all, limits)));
        }
    }

    /// <summary>Whether an order is left out under a criterion by an exclusion that was allowed.</summary>
    public bool LeavesOut(Criterion c, Guid order) => exclusions.Exists(x => x.Allowed == true && Same(x, c, order));

    /// <summary>Whether a unit is still asked to read: it has neither read nor objected, and the days run.</summary>
    public bool Awaits(UnitId unit) => State == AppraisalState.Published && DaysEndedOn is null && !receipts.Exists(r => r.Unit == unit) && !objections.Exists(o => o.Unit == unit);

    private static bool Same(AppraisalExclusion x, Criterion c, Guid order) => x.Criterion == c && x.OrderId == order && x.Allowed != false;

    private void Once(AppraisalPoint point) =>
        _ = exclusions.Exists(x => Same(x, point.Criterion, point.OrderId)) ? throw new RuleViolation("excluded-twice", "这件工单的这一项已经提出过剔除。")
            : point.Why.Length < 2 ? throw new RuleViolation("exclusion-why", "剔除须写明理由。")
            : 0;

    private AppraisalExclusion Row(AppraisalPoint p, Act act) =>
        new() { Id = p.Id, Criterion = p.Criterion, OrderId = p.OrderId, Number = p.Number, Unit = p.Unit, From = Month, To = Month.AddMonths(1), Why = p.Why, ById = act.By.AccountId, ByName = act.By.Name, At = act.Now };

    private static Change[] Words(AppraisalPoint p) => [new("工单", null, p.Number), new("考核项", null, Label.Of(p.Criterion)), new("理由", null, p.Why)];

    private void Take(IReadOnlyList<AppraisalLine> counted, AppraisalRules rules, Act act)
    {
        AppraisalScore.Rank(counted, rules.Limits[OrderLimitCode.AppraisalLeast]);
        lines.Clear();
        lines.AddRange(counted);
        (Rules, CountedAt) = (rules.InWords, act.Now);
    }

    private void Move(AppraisalVerb verb, Act act, params IEnumerable<Change> changes)
    {
        var from = State;
        State = Lifecycle.After(from, verb);
        Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(State), changes);
    }
}
