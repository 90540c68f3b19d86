using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Cases.Handovers;

/// <summary>物料交接单 — a batch of cases' paper (or of results) that one side hands to the other: counted out, counted in, both sign by their own act, shortages are named.</summary>
internal sealed class Handover : IMatter, INumbered
{
    public const string MatterKind = "handover";
    public const int Most = 300;

    private readonly List<HandoverLine> lines = [];

    private Handover()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>物料流转单号: JJ, day, three digits or more; empty while being put together.</summary>
    public string Number { get; private set; } = "";

    public HandoverWay Way { get; private init; }

    /// <summary>The unit at the other end of the counter.</summary>
    public UnitId Unit { get; private init; }

    /// <summary>The counter's window.</summary>
    public string Window { get; private init; } = "";

    public HandoverState State { get; private set; }

    /// <summary>班次: which of the day's runs takes it.</summary>
    public DateOnly RunDay { get; private init; }

    public TimeOnly RunTime { get; private init; }

    public string BegunByName { get; private init; } = "";

    public DateTimeOffset? HandedAt { get; private set; }

    public Guid? HandedBy { get; private set; }

    public string HandedByName { get; private set; } = "";

    public DateTimeOffset? ReceivedAt { get; private set; }

    public string ReceivedByName { get; private set; } = "";

    public string ShortageNote { get; private set; } = "";

    public DateTimeOffset? ClearedAt { get; private set; }

    public string ClearedNote { get; private set; } = "";

    /// <summary>物料流转清单.</summary>
    public Guid? DocumentId { get; private set; }

    public IReadOnlyList<HandoverLine> Lines => lines;

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    public NumberWanted? NumberWanted => HandedAt is not null && Number.Length == 0 ? new("handover", ChinaTime.DateOf(HandedAt!.Value)) : null;

    public void Take(long number)
    {
        Number = $"JJ{ChinaTime.DateOf(HandedAt!.Value):yyyyMMdd}{number:000}";
        Trail.Add(new Change("流转单号", null, Number));
    }

    public bool Can(HandoverVerb verb) => HandoverLifecycle.Table.Can(State, verb);

    public IEnumerable<TaskSpec> WaitsFor => State switch
    {
        HandoverState.Handed => [Waits("receive", $"接收{Label.Of(Way)}：{lines.Count} 件", toUnit: Way == HandoverWay.ToUnit)],
        HandoverState.Short => [Waits("shortage", $"查找短缺纸件：{lines.Count(l => l.Missing)} 件未收到", toUnit: Way == HandoverWay.ToCounter)],
        _ => [],
    };

    /// <summary>编制 — a batch is begun for one run.</summary>
    public static Handover Begin(Guid id, HandoverRoute route, (DateOnly Day, TimeOnly Time) run, Act act)
    {
        var begun = new Handover { Id = id, Way = route.Way, Unit = route.Unit, Window = route.Window, RunDay = run.Day, RunTime = run.Time, BegunByName = act.By.Name, State = HandoverState.Open };
        begun.Trail.Note(act, "编制", null, Label.Of(HandoverState.Open), new("部门", null, route.Unit.Value), new("窗口", null, route.Window), new("班次", null, $"{run.Day:yyyy-MM-dd} {run.Time:HH:mm}"));
        return begun;
    }

    /// <summary>扫入 — a case is put into the batch, once.</summary>
    /// <exception cref="RuleViolation"><c>other-unit</c>, <c>in-batch</c>, <c>batch-full</c>, <c>wrong-state</c>.</exception>
    public void Put(Case c, PaperPlace place, Act act)
    {
        HandoverLifecycle.Table.After(State, HandoverVerb.Put);
        if (c.Unit != Unit)
        {
            throw new RuleViolation("other-unit", $"办件 {c.Number} 由其他部门办理，不能放进这张交接单。");
        }

        if (lines.Exists(l => l.CaseId == c.Id))
        {
            throw new RuleViolation("in-batch", $"办件 {c.Number} 已经在这张交接单里。");
        }

        if (lines.Count >= Most)
        {
            throw new RuleViolation("batch-full", $"一张交接单最多 {Most} 件，请另开一张。");
        }

        if (place != Wanted)
        {
            throw new RuleViolation("not-here", place == PaperPlace.None ? $"办件 {c.Number} 没有纸件，不用交接。" : $"办件 {c.Number} 的纸件现在{Label.Of(place)}，不能从这里交出。");
        }

        State = HandoverLifecycle.Table.After(State, HandoverVerb.Put);
        lines.Add(new HandoverLine { CaseId = c.Id, CaseNumber = c.Number, Order = lines.Count + 1, Sheets = Way == HandoverWay.ToUnit ? c.Materials.Count(m => m.OnPaper && m.How != Contracts.MaterialHow.OriginalSeen) : 1 });
        Trail.Note(act, Label.Of(HandoverVerb.Put), null, null, new Change("受理编号", null, c.Number));
    }

    /// <summary>移出 — taken out of the batch again.</summary>
    public void Remove(Guid caseId, Act act)
    {
        State = HandoverLifecycle.Table.After(State, HandoverVerb.Remove);
        var line = lines.Find(l => l.CaseId == caseId) ?? throw new RuleViolation("not-in-batch", "这张交接单里没有这件办件。");
        lines.Remove(line);
        Trail.Note(act, Label.Of(HandoverVerb.Remove), null, null, new Change("受理编号", line.CaseNumber, null));
    }

    /// <summary>交出 — the side that hands over signs by this act; the list is printed. Nothing in it may have gone elsewhere meanwhile.</summary>
    /// <param name="places">Where the paper of its cases is now.</param>
    public void HandOver(Guid documentId, IReadOnlyDictionary<Guid, PaperPlace> places, Act act)
    {
        HandoverLifecycle.Table.After(State, HandoverVerb.HandOver);
        if (lines.Find(l => places.GetValueOrDefault(l.CaseId) != Wanted) is { } gone)
        {
            throw new RuleViolation("not-here", $"办件 {gone.CaseNumber} 的纸件现在{Label.Of(places.GetValueOrDefault(gone.CaseId))}，请先把它移出交接单。");
        }

        if (lines.Count == 0)
        {
            throw new RuleViolation("empty-batch", "交接单里还没有办件。");
        }

        (HandedAt, HandedBy, HandedByName, DocumentId) = (act.Now, act.By.AccountId, act.By.Name, documentId);
        lines.ForEach(l => l.Move(PaperPlace.UnderWay, act.Now));
        Move(HandoverVerb.HandOver, act, new Change("件数", null, $"{lines.Count}"));
    }

    /// <summary>清点 — one folder is scanned in; the batch is received when all are counted or the rest is named as missing.</summary>
    public void Count(string number, Act act)
    {
        State = HandoverLifecycle.Table.After(State, HandoverVerb.Count);
        var line = lines.Find(l => l.CaseNumber == number) ?? throw new RuleViolation("not-in-batch", $"这张交接单里没有受理编号 {number}，请放在一边，不要一起接收。");
        if (line.CountedAt is null)
        {
            line.CountedAt = act.Now;
            Trail.Note(act, Label.Of(HandoverVerb.Count), null, null, new Change("受理编号", null, number));
        }
    }

    /// <summary>接收 — the other side counts in what came and signs by this act; what did not come is a shortage.</summary>
    /// <param name="came">The cases whose paper is there.</param>
    /// <param name="note">What is said about a shortage.</param>
    public void Receive(IReadOnlySet<Guid> came, string note, Act act)
    {
        if (act.By.AccountId == HandedBy)
        {
            throw new RuleViolation("same-person", "交出和接收应当由两个人签收。");
        }

        var missing = lines.Where(l => !came.Contains(l.CaseId)).ToList();
        if (missing.Count > 0 && note.Length == 0)
        {
            throw new RuleViolation("shortage-note", $"有 {missing.Count} 件没有收到，请写明情况。");
        }

        Move(missing.Count == 0 ? HandoverVerb.Receive : HandoverVerb.ReceiveShort, act, new("收到", null, $"{lines.Count - missing.Count} 件"), new Change("短缺", null, missing.Count == 0 ? null : string.Join("、", missing.Select(l => l.CaseNumber))));
        (ReceivedAt, ReceivedByName, ShortageNote) = (act.Now, act.By.Name, note);
        foreach (var line in lines)
        {
            line.Missing = !came.Contains(line.CaseId);
            line.Move(line.Missing ? PaperPlace.Missing : There, act.Now);
        }
    }

    /// <summary>短缺了结 — the side that handed over says where the missing paper is: found and brought, or never sent.</summary>
    /// <param name="found">The missing cases whose paper was brought after all; the others went back to where they came from.</param>
    public void Clear(IReadOnlySet<Guid> found, string note, Act act)
    {
        if (note.Length == 0)
        {
            throw new RuleViolation("clearing-note", "请写明短缺的原因和处理结果。");
        }

        Move(HandoverVerb.Clear, act, new Change("处理结果", null, note));
        (ClearedAt, ClearedNote) = (act.Now, note);
        foreach (var line in lines.Where(l => l.Missing))
        {
            line.Move(found.Contains(line.CaseId) ? There : Wanted, act.Now);
        }
    }

    /// <summary>作废 — an open batch is given up; its paper stays where it is.</summary>
    public void Drop(Act act)
    {
        Move(HandoverVerb.Drop, act);
        lines.Clear();
    }

    /// <summary>Where the paper goes.</summary>
    public PaperPlace There => Way == HandoverWay.ToUnit ? PaperPlace.Unit : PaperPlace.Counter;

    /// <summary>Where the paper must be to be handed over.</summary>
    public PaperPlace Wanted => Way == HandoverWay.ToUnit ? PaperPlace.Counter : PaperPlace.Unit;

    private TaskSpec Waits(string code, string title, bool toUnit) => toUnit
        ? new(code, title, Roles.Approver, Unit, RunDay) { Href = $"/desk/handovers/{Id}" }
        : new(code, title, Roles.Clerk, null, RunDay) { Href = $"/desk/handovers/{Id}", Window = Window.Length == 0 ? null : Window };

    private void Move(HandoverVerb verb, Act act, params IEnumerable<Change> changes)
    {
        var from = State;
        State = HandoverLifecycle.Table.After(from, verb);
        Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(State), changes);
    }
}

/// <summary>From where to where.</summary>
/// <param name="Unit">The unit at the other end of the counter.</param>
/// <param name="Window">The counter's window.</param>
internal sealed record HandoverRoute(HandoverWay Way, UnitId Unit, string Window);

/// <summary>One case in a batch.</summary>
internal sealed class HandoverLine
{
    public Guid HandoverId { get; private init; }

    public required Guid CaseId { get; init; }

    public required string CaseNumber { get; init; }

    public required int Order { get; init; }

    /// <summary>How many materials (or results) lie in its folder.</summary>
    public required int Sheets { get; init; }

    public DateTimeOffset? CountedAt { get; set; }

    /// <summary>It did not come, also after the shortage was cleared.</summary>
    public bool Missing { get; set; }

    /// <summary>Where its paper is by this batch; counts from <see cref="MovedAt"/> on.</summary>
    public PaperPlace Place { get; private set; }

    public DateTimeOffset? MovedAt { get; private set; }

    internal void Move(PaperPlace place, DateTimeOffset at) => (Place, MovedAt) = (place, at);
}
