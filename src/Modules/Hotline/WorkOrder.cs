using Yimen.Hotline.Contracts;
using Yimen.Hotline.Coordination;
using Yimen.Hotline.Dispatches;
using Yimen.Hotline.Extensions;
using Yimen.Hotline.Files;
using Yimen.Hotline.Links;
using Yimen.Hotline.Reminders;
using Yimen.Hotline.Replies;
using Yimen.Hotline.Returns;
using Yimen.Hotline.Reviews;
using Yimen.Hotline.Suspensions;
using Yimen.Hotline.Villages;
using Yimen.Hotline.Visits;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Hotline;

/// <summary>工单 — one caller's matter, from the city's platform or a door of the county's own, until the caller has been answered and asked.</summary>
internal sealed partial class WorkOrder : IMatter, INumbered
{
    public const string MatterKind = "order";

    private readonly List<OrderDispatch> dispatches = [];
    private readonly List<OrderAssist> assists = [];
    private readonly List<OrderReturn> returns = [];
    private readonly List<OrderSuspension> suspensions = [];
    private readonly List<OrderReminder> reminders = [];
    private readonly List<OrderReply> replies = [];
    private readonly List<OrderReview> reviews = [];
    private readonly List<OrderVisit> visits = [];
    private readonly List<OrderClosure> closures = [];
    private readonly List<OrderRehandling> rehandled = [];
    private readonly List<OrderCoordination> coordinations = [];
    private readonly List<CoordinationDuty> duties = [];
    private readonly List<OrderErrand> errands = [];
    private readonly List<OrderSupplement> supplements = [];
    private readonly List<OrderFile> files = [];

    private WorkOrder()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>工单编号: GD, the day, four digits; gap-free within the China day.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Six characters that, with the number, open the progress without an account.</summary>
    public string QueryCode { get; private init; } = "";

    public OrderSource Source { get; private init; }

    /// <summary>The city's own number: what it sends twice is one order.</summary>
    public string? SourceNumber { get; private init; }

    /// <summary>The account that wrote it on the portal.</summary>
    public Guid? AccountId { get; private init; }

    public Requester Requester { get; private init; } = new();

    /// <summary>保密 — the caller asks that nobody but the handler learns who they are.</summary>
    public bool Secret { get; private init; }

    public OrderType Type { get; private set; }

    /// <summary>Six digits of the content classes; empty until the dispatcher has read it.</summary>
    public string ContentClass { get; private set; } = "";

    public AreaCode Area { get; private set; }

    /// <summary>The first nine digits of <see cref="Area"/>.</summary>
    public string Town { get; private set; } = "";

    public string Address { get; private init; } = "";

    /// <summary>Degrees of WGS84; null where nobody said.</summary>
    public double? Latitude { get; private init; }

    public double? Longitude { get; private init; }

    public string Title { get; private init; } = "";

    public string Content { get; private init; } = "";

    /// <summary>What the caller wants done.</summary>
    public string Appeal { get; private init; } = "";

    public Urgency Urgency { get; private set; } = Urgency.Ordinary;

    /// <summary>A hot topic's tag: 疫情, 高温停水 …; empty for none.</summary>
    public string Topic { get; private set; } = "";

    /// <summary>被举报单位, 被投诉单位 — never learns who spoke of it.</summary>
    public UnitId? ReportedUnit { get; private init; }

    public DateTimeOffset ReceivedAt { get; private init; }

    public DateOnly ReceivedOn { get; private init; }

    public OrderTerms Terms { get; private set; } = new();

    /// <summary>The day from which the limit runs: of receipt, or of the last re-handling.</summary>
    public DateOnly CountedFrom { get; private set; }

    /// <summary>The city's last day; null for orders of the county's own doors.</summary>
    public DateOnly? CityDue { get; private set; }

    /// <summary>The county's last day, earlier than the city's, under <see cref="CalendarVersion"/>; null while the clock stands.</summary>
    public DateOnly? Due { get; private set; }

    public string CalendarVersion { get; private set; } = "";

    /// <summary>Days of the approved extension.</summary>
    public int ExtraDays { get; private set; }

    /// <summary>Why the clock stands, in words; null while it runs. Derived from the open suspension, kept for lists.</summary>
    public string? Paused { get; private set; }

    /// <summary>主办单位; null until it is dispatched.</summary>
    public UnitId? Unit { get; private set; }

    /// <summary>Who signed for it: the person responsible until a transfer is approved.</summary>
    public Guid? HandlerId { get; private set; }

    public OrderState State { get; private set; }

    /// <summary>Which of the configured levels the reply waits for; 0 outside the unit's review.</summary>
    public int ReviewLevel { get; private set; }

    /// <summary>The role of that level.</summary>
    public string ReviewRole { get; private set; } = "";

    public bool DirectAnswer { get; private set; }

    /// <summary>What the unit says became of it, by its last released reply.</summary>
    public UnitOutcome? Outcome { get; private set; }

    /// <summary>The caller's last verdict; every earlier one stands in <see cref="Visits"/>.</summary>
    public Attitude? Attitude { get; private set; }

    public CallerResult? Result { get; private set; }

    /// <summary>How often it was handled again.</summary>
    public int Rehandlings { get; private set; }

    /// <summary>Under raised supervision: returned twice, or handled again for the third time.</summary>
    public bool Raised { get; private set; }

    /// <summary>主单 — the order that this one follows or followed.</summary>
    public Guid? MasterId { get; private set; }

    public LinkKind? Link { get; private set; }

    /// <summary>How many orders follow this one.</summary>
    public int Followers { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>档号.</summary>
    public string ArchiveNumber { get; private set; } = "";

    public OrderExtension? Extension { get; private set; }

    public IReadOnlyList<OrderDispatch> Dispatches => dispatches;

    public IReadOnlyList<OrderAssist> Assists => assists;

    public IReadOnlyList<OrderReturn> Returns => returns;

    public IReadOnlyList<OrderSuspension> Suspensions => suspensions;

    public IReadOnlyList<OrderReminder> Reminders => reminders;

    public IReadOnlyList<OrderReply> Replies => replies;

    public IReadOnlyList<OrderReview> Reviews => reviews;

    public IReadOnlyList<OrderVisit> Visits => visits;

    public IReadOnlyList<OrderClosure> Closures => closures;

    public IReadOnlyList<OrderRehandling> Rehandled => rehandled;

    public IReadOnlyList<OrderCoordination> Coordinations => coordinations;

    /// <summary>协调任务.</summary>
    public IReadOnlyList<CoordinationDuty> Duties => duties;

    /// <summary>交办村居.</summary>
    public IReadOnlyList<OrderErrand> Errands => errands;

    public IReadOnlyList<OrderSupplement> Supplements => supplements;

    public IReadOnlyList<OrderFile> Files => files;

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    public NumberWanted? NumberWanted => Number.Length == 0 ? new(MatterKind, ChinaTime.DateOf(ReceivedAt)) : null;

    public void Take(long number)
    {
        Number = $"GD{ChinaTime.DateOf(ReceivedAt):yyyyMMdd}{number:0000}";
        Trail.Add(new Change("工单编号", null, Number));
    }

    public bool Can(OrderVerb verb) => OrderLifecycle.Table.Can(State, verb);

    public IEnumerable<TaskSpec> WaitsFor => OrderTasks.Of(this);

    public string Href => $"/desk/orders/{Id}";

    /// <summary>Consults the table, moves, and leaves a note: the only way a state changes.</summary>
    private Note Move(OrderVerb verb, Act act, params IEnumerable<Change> changes)
    {
        var from = State;
        State = OrderLifecycle.Table.After(from, verb);
        return Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(State), changes);
    }

    // the table's word before any rule of the verb's own, so that a refusal never leaves half a change
    private void MustBeAble(OrderVerb verb) => OrderLifecycle.Table.After(State, verb);

    // 首办责任制: nobody handles for another unit
    private void MustBeOurs(Act act)
    {
        if (act.By.Unit != Unit)
        {
            throw new RuleViolation("unit-handles", "本单由承办单位办理，其他单位不能代为签收或者答复。");
        }
    }
}
