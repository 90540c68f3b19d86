using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Cases.Days;

internal enum DayState
{
    [Label("待批准")] Explained = 10,
    [Label("退回重结")] SentBack = 20,
    [Label("已日结")] Closed = 30,
}

internal enum DayVerb
{
    [Label("结平")] Balance,
    [Label("说明差额")] Explain,
    [Label("批准差额")] Approve,
    [Label("退回重结")] SendBack,
}

/// <summary>Where a case's paper is at the end of the day.</summary>
internal enum PaperPlace
{
    [Label("说不清")] Unknown = 0,
    [Label("已移交")] HandedOver = 1,
    [Label("在抽屉")] Drawer = 2,
    [Label("已退还")] Returned = 3,
}

/// <summary>日结 — a clerk's day at a window: received = handed over + in the drawer + returned. It closes when it balances, or with an explanation that the section approves.</summary>
internal sealed class DayClosing : IMatter, IPlaced
{
    public const string MatterKind = "day";

    public static readonly Lifecycle<DayState, DayVerb> Lifecycle = new(
        (DayState.Explained, DayVerb.Approve, DayState.Closed),
        (DayState.Explained, DayVerb.SendBack, DayState.SentBack),
        (DayState.SentBack, DayVerb.Balance, DayState.Closed),
        (DayState.SentBack, DayVerb.Explain, DayState.Explained));

    private readonly List<DayLine> lines = [];

    private DayClosing()
    {
    }

    public Guid Id { get; private init; }

    public DateOnly Day { get; private init; }

    public string Window { get; private init; } = "";

    public UnitId Unit { get; private init; }

    public AreaCode Area { get; private init; }

    public string Town { get; private init; } = "";

    public Guid ById { get; private init; }

    public string ByName { get; private init; } = "";

    public DayState State { get; private set; }

    public int Received { get; private set; }

    public int HandedOver { get; private set; }

    /// <summary>By the book.</summary>
    public int Drawer { get; private set; }

    public int Returned { get; private set; }

    /// <summary>As the clerk counted what really lies there.</summary>
    public int Counted { get; private set; }

    /// <summary>What is to be said about a difference; empty when it balances.</summary>
    public string Explanation { get; private set; } = "";

    public DateTimeOffset ClosedAt { get; private set; }

    public IReadOnlyList<DayLine> Lines => lines;

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    public string Href => $"/desk/days/{Id}";

    public bool Balances => Received == HandedOver + Drawer + Returned && Counted == Drawer;

    public IEnumerable<TaskSpec> WaitsFor => State switch
    {
        DayState.Explained => [new("approve", $"批准日结差额：{Window} 窗口 {ByName} {Day:MM-dd}", Roles.Coordination) { Href = Href }],
        DayState.SentBack => [new("redo", $"重新日结：{Window} 窗口 {Day:MM-dd}", Area.Value.EndsWith("000000", StringComparison.Ordinal) ? Roles.Clerk : Roles.TownClerk) { Href = Href, Account = ById, Window = Window }],
        _ => [],
    };

    /// <summary>日结 — the first time on this day at this window.</summary>
    public static DayClosing Close(Guid id, DateOnly day, WindowRef window, DayCount count, Act act)
    {
        var closing = new DayClosing
        {
            Id = id, Day = day, Window = window.Code, Unit = window.Unit, Area = window.Area, Town = window.Area.Value[..9], ById = act.By.AccountId, ByName = act.By.Name,
        };
        closing.Settle(count, act, null);
        return closing;
    }

    /// <summary>重新日结 — after it was sent back.</summary>
    public void Redo(DayCount count, Act act)
    {
        if (act.By.AccountId != ById)
        {
            throw new RuleViolation("own-day", "日结由本人办理。");
        }

        lines.Clear();
        Settle(count, act, State);
    }

    /// <summary>批准差额 — the section accepts the explanation; the difference stays on record.</summary>
    public void Approve(Act act)
    {
        if (act.By.AccountId == ById)
        {
            throw new RuleViolation("own-day", "不能批准自己的日结差额。");
        }

        Move(DayVerb.Approve, act);
    }

    /// <summary>退回重结 — the explanation does not explain.</summary>
    public void SendBack(Act act)
    {
        if (act.Reason is null)
        {
            throw new RuleViolation("reason", "退回须写明原因。");
        }

        Move(DayVerb.SendBack, act);
    }

    private void Settle(DayCount count, Act act, DayState? from)
    {
        lines.AddRange(count.Lines);
        (Received, HandedOver, Drawer, Returned) = (lines.Count, Of(PaperPlace.HandedOver), Of(PaperPlace.Drawer), Of(PaperPlace.Returned));
        (Counted, Explanation, ClosedAt) = (count.Counted, Balances ? "" : count.Explanation, act.Now);
        if (!Balances && count.Explanation.Length == 0)
        {
            throw new RuleViolation("not-balanced", "收件数与去向不平，或抽屉实数不符。请逐件核对，或写明差额原因交协调股批准。");
        }

        var verb = Balances ? DayVerb.Balance : DayVerb.Explain;
        State = from is { } before ? Lifecycle.After(before, verb) : Balances ? DayState.Closed : DayState.Explained;
        Trail.Note(act, Label.Of(verb), from is { } was ? Label.Of(was) : null, Label.Of(State), new Change("收件", null, $"{Received}"), new Change("移交、抽屉、退还", null, $"{HandedOver}、{Drawer}（实数 {Counted}）、{Returned}"));
    }

    private int Of(PaperPlace place) => lines.Count(l => l.Place == place);

    private void Move(DayVerb verb, Act act)
    {
        var from = State;
        State = Lifecycle.After(from, verb);
        Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(State));
    }
}

/// <summary>What the clerk says of each case, and how many folders were counted in the drawer.</summary>
internal sealed record DayCount(IReadOnlyList<DayLine> Lines, int Counted, string Explanation);

/// <summary>One case received that day and where its paper went.</summary>
internal sealed class DayLine
{
    public long Id { get; private init; }

    public Guid DayId { get; private init; }

    public required Guid CaseId { get; init; }

    public required string CaseNumber { get; init; }

    public required string ItemName { get; init; }

    public required PaperPlace Place { get; init; }
}
