using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Catalog.Province;

internal enum DriftState
{
    [Label("待处理")] Open,
    [Label("已消除")] Settled,
}

internal enum DriftVerb
{
    [Label("发现差异")] Find,
    [Label("差异变化")] Alter,
    [Label("消除差异")] Settle,
}

/// <summary>In which way province and county part.</summary>
public enum DriftKind
{
    [Label("本县没有")] MissingHere,
    [Label("省里没有")] MissingThere,
    [Label("内容不同")] Differs,
}

/// <summary>省县差异 — one code of which province and county say different things, from the comparison that finds it until the one that no longer does.</summary>
internal sealed class Drift : IMatter
{
    public static readonly Lifecycle<DriftState, DriftVerb> Lifecycle = new(
        (DriftState.Open, DriftVerb.Alter, DriftState.Open),
        (DriftState.Open, DriftVerb.Settle, DriftState.Settled),
        (DriftState.Settled, DriftVerb.Find, DriftState.Open));

    private Drift()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>业务办理项编码, 33 characters.</summary>
    public string Code { get; private init; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The unit whose credit code the code begins with; null where it is none of ours.</summary>
    public UnitId? Unit { get; private set; }

    public Guid? ItemId { get; private set; }

    public DriftKind Kind { get; private set; }

    /// <summary>A line a field: what it is called, what it is here, what it is there.</summary>
    public string Text { get; private set; } = "";

    public DriftState State { get; private set; }

    /// <summary>The day on which it was found last.</summary>
    public DateOnly FoundOn { get; private set; }

    public DateOnly? SettledOn { get; private set; }

    public Trail Trail { get; private set; } = new();

    public MatterRef Ref => new("drift", Id);

    /// <summary>What a unit can mend is its editor's; what only the centre can clear with the province is the centre's.</summary>
    public IEnumerable<TaskSpec> WaitsFor => State != DriftState.Open ? []
        : Unit is { } unit && Kind != DriftKind.MissingThere
            ? [new TaskSpec("mend-drift", $"与省目录不一致：{Name}", Roles.UnitEditor, unit) { Href = Href }]
            : [new TaskSpec("mend-drift", $"与省目录不一致：{Name}", Roles.Catalogue) { Href = Href }];

    private string Href => ItemId is { } item ? $"/desk/items/{item}" : $"/desk/drift?q={Code}";

    /// <summary>发现差异 — a comparison finds it for the first time.</summary>
    public static Drift Find(Guid id, DriftFacts facts, Act act)
    {
        var drift = new Drift { Id = id, Code = facts.Code };
        drift.Take(facts, act);
        drift.Trail.Note(act, Label.Of(DriftVerb.Find), null, Label.Of(DriftState.Open), new Change(Label.Of(facts.Kind), null, facts.Text));
        return drift;
    }

    /// <summary>A comparison looked again: found again after it was settled, or with other words; else nothing is noted.</summary>
    public bool See(DriftFacts facts, Act act)
    {
        if (State == DriftState.Open && (Kind, Text, Name, Unit, ItemId) == (facts.Kind, facts.Text, facts.Name, facts.Unit, facts.ItemId))
        {
            return false;
        }

        var verb = State == DriftState.Open ? DriftVerb.Alter : DriftVerb.Find;
        var (from, before) = (State, Text);
        State = Lifecycle.After(from, verb);
        Take(facts, act);
        Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(State), new Change(Label.Of(Kind), before, Text));
        return true;
    }

    /// <summary>消除差异 — a comparison no longer finds it.</summary>
    public void Settle(Act act)
    {
        var from = State;
        State = Lifecycle.After(from, DriftVerb.Settle);
        SettledOn = act.Today;
        Trail.Note(act, Label.Of(DriftVerb.Settle), Label.Of(from), Label.Of(State));
    }

    private void Take(DriftFacts facts, Act act)
    {
        (Kind, Text, Name, Unit, ItemId) = (facts.Kind, facts.Text, facts.Name, facts.Unit, facts.ItemId);
        (FoundOn, SettledOn) = (act.Today, null);
    }
}

/// <summary>What a comparison says of one code.</summary>
internal sealed record DriftFacts(string Code, string Name, DriftKind Kind, string Text, UnitId? Unit, Guid? ItemId);
