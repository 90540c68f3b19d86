using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Platform.Switches;

public enum SwitchState
{
    [Label("已停用")] Off,
    [Label("已启用")] On,
}

public enum SwitchVerb
{
    [Label("启用功能")] TurnOn,
    [Label("停用功能")] TurnOff,
}

/// <summary>功能开关的设定 — whether a county uses a <see cref="Switch"/>: a matter, so that who turned it, when and why is in the journal.</summary>
public sealed class SwitchSetting : IMatter
{
    public const string MatterKind = "switch";

    public static readonly Lifecycle<SwitchState, SwitchVerb> Lifecycle = new(
        (SwitchState.Off, SwitchVerb.TurnOn, SwitchState.On),
        (SwitchState.On, SwitchVerb.TurnOff, SwitchState.Off));

    private SwitchSetting()
    {
    }

    public Guid Id { get; private init; }

    public string Code { get; private init; } = "";

    public SwitchState State { get; private set; }

    public string TurnedBy { get; private set; } = "";

    public DateTimeOffset TurnedAt { get; private set; }

    public string Why { get; private set; } = "";

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    /// <summary>Nobody waits for a switch.</summary>
    public IEnumerable<TaskSpec> WaitsFor => [];

    /// <summary>The setting of a switch that nobody has turned yet: off.</summary>
    internal static SwitchSetting Of(Guid id, Switch one) => new() { Id = id, Code = one.Code };

    /// <summary>启用功能 — from now on it is there.</summary>
    /// <exception cref="RuleViolation"><c>reason</c>, <c>wrong-state</c>.</exception>
    internal void TurnOn(Switch one, Act act) => Turn(one, SwitchVerb.TurnOn, act);

    /// <summary>停用功能 — from now on it is not there; what was done with it stays.</summary>
    /// <exception cref="RuleViolation"><c>reason</c>, <c>wrong-state</c>.</exception>
    internal void TurnOff(Switch one, Act act) => Turn(one, SwitchVerb.TurnOff, act);

    private void Turn(Switch one, SwitchVerb verb, Act act)
    {
        var to = Lifecycle.After(State, verb);
        var why = act.Reason ?? throw new RuleViolation("reason", "启用、停用须写明依据。");
        Trail.Note(act, Label.Of(verb), Label.Of(State), Label.Of(to), new Change("功能", null, one.Name));
        (State, TurnedBy, TurnedAt, Why) = (to, act.By.Name, act.Now, why);
    }

    internal static void Map(ModelBuilder model) => model.Entity<SwitchSetting>(e =>
    {
        e.ToTable("county_switch");
        e.Property(s => s.Id).ValueGeneratedNever();
        e.Property(s => s.Code).HasMaxLength(40);
        e.Property(s => s.Why).HasMaxLength(200);
        // of two who turn it first at once the second is refused
        e.HasIndex(s => s.Code).IsUnique();
        e.HasTrail();
    });
}
