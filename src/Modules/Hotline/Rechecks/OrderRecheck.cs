using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Hotline.Rechecks;

/// <summary>复核状态.</summary>
public enum OrderRecheckState
{
    [Label("待单位说明")] Asked = 1,
    [Label("待热线办复核")] Explained = 2,
    [Label("已认可")] Accepted = 3,
    [Label("已重办")] Rehandled = 4,
}

internal enum OrderRecheckVerb
{
    [Label("列入复核")] Ask,
    [Label("说明不满意件")] Explain,
    [Label("认可不满意件说明")] Accept,
    [Label("退回补充说明")] SendBack,
    [Label("复核要求重办")] Rehandle,
}

/// <summary>不满意件复核 — once a month each order with a dissatisfied verdict: the unit explains with evidence within the days, the hotline office accepts, sends back, or has it handled again.</summary>
internal sealed class OrderRecheck : IMatter
{
    public const string MatterKind = "order-recheck";

    public static readonly Lifecycle<OrderRecheckState, OrderRecheckVerb> Lifecycle = new(
        (OrderRecheckState.Asked, OrderRecheckVerb.Explain, OrderRecheckState.Explained),
        (OrderRecheckState.Explained, OrderRecheckVerb.Accept, OrderRecheckState.Accepted),
        (OrderRecheckState.Explained, OrderRecheckVerb.SendBack, OrderRecheckState.Asked),
        (OrderRecheckState.Explained, OrderRecheckVerb.Rehandle, OrderRecheckState.Rehandled));

    private readonly List<RecheckExplanation> explanations = [];

    private OrderRecheck()
    {
    }

    public Guid Id { get; private init; }

    public Guid OrderId { get; private init; }

    public string OrderNumber { get; private init; } = "";

    /// <summary>The order's title; 保密 ones keep theirs.</summary>
    public string Title { get; private init; } = "";

    /// <summary>The month of the verdict, its first day: an order is looked at once a month.</summary>
    public DateOnly Month { get; private init; }

    /// <summary>The unit that had answered.</summary>
    public UnitId Unit { get; private init; }

    /// <summary>What the caller said, and when.</summary>
    public string Verdict { get; private init; } = "";

    public DateOnly SaidOn { get; private init; }

    public DateOnly AskedOn { get; private init; }

    /// <summary>The last day for the explanation; a new one after it was sent back.</summary>
    public DateOnly ExplainBy { get; private set; }

    /// <summary>The first explanation came after the first last day, or has not come though it passed: once late stays late.</summary>
    public DateOnly FirstBy { get; private init; }

    public DateOnly? FirstExplainedOn { get; private set; }

    public OrderRecheckState State { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    public string DecidedByName { get; private set; } = "";

    public string Remark { get; private set; } = "";

    /// <summary>答复不实 — the answer said what was not so.</summary>
    public bool FalseReply { get; private set; }

    public IReadOnlyList<RecheckExplanation> Explanations => explanations;

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    public string Href => $"/desk/order-rechecks/{Id}";

    public IEnumerable<TaskSpec> WaitsFor => State switch
    {
        OrderRecheckState.Asked => [new("explain", $"说明不满意件：{OrderNumber} {Title}", Roles.Liaison, Unit, ExplainBy) { Href = Href }],
        OrderRecheckState.Explained => [new("recheck", $"复核不满意件：{OrderNumber} {Title}", Roles.Hotline) { Href = Href }],
        _ => [],
    };

    /// <summary>列入复核.</summary>
    public static OrderRecheck Ask(Guid id, RecheckDraft draft, DateOnly explainBy, Act act)
    {
        var made = new OrderRecheck
        {
            Id = id, OrderId = draft.OrderId, OrderNumber = draft.Number, Title = draft.Title, Month = draft.Month, Unit = draft.Unit, Verdict = draft.Verdict, SaidOn = draft.SaidOn,
            AskedOn = act.Today, ExplainBy = explainBy, FirstBy = explainBy, State = OrderRecheckState.Asked,
        };
        made.Trail.Note(act, Label.Of(OrderRecheckVerb.Ask), null, Label.Of(made.State), new Change("工单", null, draft.Number), new Change("评价", null, draft.Verdict), new Change("说明期限", null, $"{explainBy:yyyy-MM-dd}"));
        return made;
    }

    /// <summary>说明不满意件 — by the unit itself, also after the day: late is counted and not refused.</summary>
    /// <exception cref="RuleViolation"><c>unit-explains</c>.</exception>
    public void Explain(string text, Guid? file, Act act)
    {
        Lifecycle.After(State, OrderRecheckVerb.Explain);
        if (act.By.Unit != Unit)
        {
            throw new RuleViolation("unit-explains", "由承办单位说明情况，其他单位不能代为说明。");
        }

        Move(OrderRecheckVerb.Explain, act);
        FirstExplainedOn ??= act.Today;
        explanations.Add(new RecheckExplanation { Sequence = explanations.Count + 1, Text = text, FileId = file, ByName = act.By.Name, At = act.Now, On = act.Today, Due = ExplainBy });
    }

    /// <summary>认可不满意件说明 — the unit did what law and means allow.</summary>
    public void Accept(Act act)
    {
        Move(OrderRecheckVerb.Accept, act);
        Decided(act);
    }

    /// <summary>退回补充说明 — with a new last day.</summary>
    /// <exception cref="RuleViolation"><c>reason</c>.</exception>
    public void SendBack(DateOnly explainBy, Act act)
    {
        Lifecycle.After(State, OrderRecheckVerb.SendBack);
        Move(OrderRecheckVerb.SendBack, Reasoned(act), new Change("说明期限", $"{ExplainBy:yyyy-MM-dd}", $"{explainBy:yyyy-MM-dd}"));
        (ExplainBy, Remark) = (explainBy, act.Reason!);
    }

    /// <summary>复核要求重办 — the caller is right; the order's own verb follows in the same write.</summary>
    /// <exception cref="RuleViolation"><c>reason</c>.</exception>
    public void Rehandle(bool falseReply, Act act)
    {
        Lifecycle.After(State, OrderRecheckVerb.Rehandle);
        Move(OrderRecheckVerb.Rehandle, Reasoned(act), falseReply ? [new Change("答复不实", null, "是")] : []);
        FalseReply = falseReply;
        Decided(act);
    }

    private static Act Reasoned(Act act) => act.Reason is null ? throw new RuleViolation("reason", "请写明理由。") : act;

    private void Decided(Act act) => (DecidedOn, DecidedByName, Remark) = (act.Today, act.By.Name, act.Reason ?? "");

    private void Move(OrderRecheckVerb verb, Act act, params IEnumerable<Change> changes)
    {
        var from = State;
        State = Lifecycle.After(from, verb);
        Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(State), changes);
    }

    internal static void Map(ModelBuilder model)
    {
        model.Entity<OrderRecheck>(e =>
        {
            e.ToTable("hotline_recheck").Ignore(r => r.Href);
            e.Property(r => r.Id).ValueGeneratedNever();
            e.Property(r => r.OrderNumber).HasMaxLength(20);
            e.Property(r => r.Title).HasMaxLength(200);
            e.Property(r => r.Verdict).HasMaxLength(100);
            e.HasMany(r => r.Explanations).WithOne().HasForeignKey(x => x.RecheckId);
            e.Navigation(r => r.Explanations).HasField("explanations");
            e.HasTrail();
            // an order is looked at once for a month, however often it is asked
            e.HasIndex(r => new { r.Month, r.OrderId }).IsUnique();
            e.HasIndex(r => new { r.Unit, r.State });
        });
        model.Entity<RecheckExplanation>(e => e.ToTable("hotline_recheck_explanation").Property(x => x.Text).HasMaxLength(2000));
    }
}

/// <summary>说明 — what the unit says, and its evidence.</summary>
internal sealed class RecheckExplanation
{
    public long Id { get; private init; }

    public Guid RecheckId { get; private init; }

    public required int Sequence { get; init; }

    public required string Text { get; init; }

    public required Guid? FileId { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>The last day that held for it.</summary>
    public required DateOnly Due { get; init; }
}

/// <summary>What is looked at again: an order and the verdict on it.</summary>
internal sealed record RecheckDraft(Guid OrderId, string Number, string Title, DateOnly Month, UnitId Unit, string Verdict, DateOnly SaidOn);
