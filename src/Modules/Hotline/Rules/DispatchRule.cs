using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Hotline.Rules;

internal enum RuleState
{
    [Label("有效")] InForce = 1,
    [Label("已终止")] Ended = 2,
}

internal enum RuleVerb
{
    [Label("定为派单规则")] Make,
    [Label("终止派单规则")] End,
}

/// <summary>What the office typed of a rule.</summary>
/// <param name="Class">Six digits; 00 at the end stands for every class below; empty for any.</param>
/// <param name="Words">Any of them in title or content; none for any.</param>
/// <param name="Area">Twelve digits of a county, town or village; null for anywhere.</param>
/// <param name="Until">The last day on which it holds; null until it is ended.</param>
internal sealed record RuleDraft(string Class, IReadOnlyList<string> Words, AreaCode? Area, UnitId Lead, string Basis, DateOnly From, DateOnly? Until);

/// <summary>派单规则 — what a coordination meeting decided for one difficult order, made to hold for the like of it: which unit leads, on what basis, from when until when. Ended rules are kept.</summary>
internal sealed class DispatchRule : IMatter
{
    public const string MatterKind = "dispatch-rule";

    public static readonly Lifecycle<RuleState, RuleVerb> Lifecycle = new((RuleState.InForce, RuleVerb.End, RuleState.Ended));

    private DispatchRule()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>The decision that it rests on: one rule a decision.</summary>
    public Guid CoordinationId { get; private init; }

    public Guid OrderId { get; private init; }

    public string OrderNumber { get; private init; } = "";

    public string Class { get; private init; } = "";

    /// <summary>Divided by spaces.</summary>
    public string Words { get; private init; } = "";

    public AreaCode? Area { get; private init; }

    public UnitId Lead { get; private init; }

    public string Basis { get; private init; } = "";

    public DateOnly From { get; private init; }

    /// <summary>The last day on which it holds; null until somebody ends it.</summary>
    public DateOnly? Until { get; private set; }

    public RuleState State { get; private set; }

    public string MadeByName { get; private init; } = "";

    public DateTimeOffset MadeAt { get; private init; }

    public string EndedByName { get; private set; } = "";

    public string EndedWhy { get; private set; } = "";

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    /// <summary>A rule waits for nobody.</summary>
    public IEnumerable<TaskSpec> WaitsFor => [];

    /// <summary>定为派单规则 — the decision on one order holds for the like from now on.</summary>
    /// <exception cref="RuleViolation"><c>rule-undecided</c>, <c>rule-bounds</c>, <c>rule-days</c>, <c>rule-basis</c>.</exception>
    public static DispatchRule Make(Guid id, WorkOrder order, RuleDraft draft, Act act)
    {
        var decided = Decision(order) ?? throw new RuleViolation("rule-undecided", "协调还没有决定，不能定为派单规则。");
        _ = draft.Class.Length == 0 && draft.Words.Count == 0 && draft.Area is null ? throw new RuleViolation("rule-bounds", "请至少写明内容分类、关键词、区域中的一项，否则所有工单都会适用。")
            : draft.Until < draft.From ? throw new RuleViolation("rule-days", "截止日期不能早于生效日期。")
            : draft.Basis.Length == 0 ? throw new RuleViolation("rule-basis", "请写明依据。")
            : 0;
        var rule = new DispatchRule
        {
            Id = id, CoordinationId = decided.Id, OrderId = order.Id, OrderNumber = order.Number, Class = draft.Class, Words = string.Join(' ', draft.Words), Area = draft.Area, Lead = draft.Lead,
            Basis = draft.Basis, From = draft.From, Until = draft.Until, State = RuleState.InForce, MadeByName = act.By.Name, MadeAt = act.Now,
        };
        rule.Trail.Note(act, Label.Of(RuleVerb.Make), null, Label.Of(RuleState.InForce), new Change("牵头单位", null, draft.Lead.Value), new Change("依据", null, draft.Basis), new Change("工单", null, order.Number));
        return rule;
    }

    /// <summary>终止派单规则 — from the day after <paramref name="until"/> it is shown to no dispatcher.</summary>
    /// <exception cref="RuleViolation"><c>reason</c>, <c>rule-days</c>, <c>wrong-state</c>.</exception>
    public void End(DateOnly until, Act act)
    {
        var to = Lifecycle.After(State, RuleVerb.End);
        _ = act.Reason is null ? throw new RuleViolation("reason", "终止派单规则须写明理由。")
            : until < From.AddDays(-1) ? throw new RuleViolation("rule-days", "终止日期不能早于生效的前一日。")
            : 0;
        Trail.Note(act, Label.Of(RuleVerb.End), Label.Of(State), Label.Of(to), new Change("截止日期", Until?.ToString("yyyy-MM-dd"), until.ToString("yyyy-MM-dd")));
        (State, Until, EndedByName, EndedWhy) = (to, until, act.By.Name, act.Reason!);
    }

    /// <summary>Whether it holds on a day; its last day is its own.</summary>
    public bool Holds(DateOnly day) => From <= day && (Until is null || day <= Until);

    /// <summary>Whether an order is of the kind that it speaks of: every bound that is set must be met. An order that nobody classed yet is judged by the words alone.</summary>
    public bool Fits(WorkOrder order) => InClass(order) && (Words.Length == 0 || Words.Split(' ').Any(w => order.Title.Contains(w) || order.Content.Contains(w))) && InArea(order);

    /// <summary>The last decision of an order's coordinations; null before one was taken.</summary>
    public static Coordination.OrderCoordination? Decision(WorkOrder order) => order.Coordinations.Where(c => c.Lead is not null).MaxBy(c => c.DecidedAt);

    private bool InClass(WorkOrder order) => Class.Length == 0 || (order.ContentClass.Length == 0 ? Words.Length > 0 : order.ContentClass.StartsWith(Significant(Class, 2), StringComparison.Ordinal));

    private bool InArea(WorkOrder order) => Area is not { } area || area.Contains(order.Area);

    private static string Significant(string code, int step)
    {
        while (code.Length > step && code.EndsWith("00", StringComparison.Ordinal))
        {
            code = code[..^step];
        }

        return code;
    }

    internal static void Map(ModelBuilder model) => model.Entity<DispatchRule>(e =>
    {
        e.ToTable("hotline_dispatch_rule");
        e.Property(r => r.Id).ValueGeneratedNever();
        e.Property(r => r.OrderNumber).HasMaxLength(20);
        e.Property(r => r.Class).HasMaxLength(6);
        e.Property(r => r.Words).HasMaxLength(200);
        e.Property(r => r.Basis).HasMaxLength(200);
        e.Property(r => r.EndedWhy).HasMaxLength(200);
        e.HasTrail();
        // one rule a decision, whoever posts it first
        e.HasIndex(r => r.CoordinationId).IsUnique();
        e.HasIndex(r => new { r.From, r.Id });
    });
}
