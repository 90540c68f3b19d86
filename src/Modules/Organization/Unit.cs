using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Organization;

/// <summary>机构 — a body that owns service items and decides on them, known by its unified social credit code.</summary>
internal sealed class Unit : IMatter
{
    private Unit()
    {
    }

    public UnitId Id { get; private init; }

    /// <summary>The unit's own id in the journal; its code is what everybody else knows.</summary>
    public Guid MatterId { get; private init; }

    public string Name { get; private set; } = "";

    public string ShortName { get; private set; } = "";

    /// <summary>统一社会信用代码, GB 32100; the first 18 characters of every 实施编码 of the unit.</summary>
    public string CreditCode { get; private set; } = "";

    /// <summary>Why a code that fails its check stands here; null for a code that passes.</summary>
    public string? CodeOverride { get; private set; }

    public UnitKind Kind { get; private set; }

    /// <summary>行使层级: 4 county, 5 town, 6 village; follows from the kind.</summary>
    public int Level { get; private set; }

    public AreaCode Area { get; private set; }

    public UnitId? Parent { get; private set; }

    public string ConsultPhone { get; private set; } = "";

    public string SupervisePhone { get; private set; } = "";

    public bool Closed { get; private set; }

    public Trail Trail { get; private init; } = new();

    public UnitState State => Closed ? UnitState.Closed : UnitState.Standing;

    public MatterRef Ref => new("unit", MatterId);

    /// <summary>Nobody waits for a unit.</summary>
    public IEnumerable<TaskSpec> WaitsFor => [];

    /// <summary>设立 — a unit enters the register.</summary>
    /// <exception cref="RuleViolation"><c>credit-code</c>.</exception>
    public static Unit Found(Guid id, NewUnit said, Act act)
    {
        var unit = new Unit { Id = said.Id, MatterId = id };
        var changes = unit.Take(said);
        unit.Trail.Note(act, nameof(UnitVerb.Found), null, nameof(UnitState.Standing), changes);
        return unit;
    }

    /// <summary>修改 — what the register says about the unit changes; its code stays.</summary>
    public void Amend(NewUnit said, Act act)
    {
        var from = State;
        var to = Lifecycles.Unit.After(from, UnitVerb.Amend);
        var changes = Take(said);
        Trail.Note(act, nameof(UnitVerb.Amend), from.ToString(), to.ToString(), changes);
    }

    /// <summary>撤销 — the unit is dissolved or merged; its cases and items stay where they are.</summary>
    public void Close(Act act) => Move(UnitVerb.Close, act);

    /// <summary>恢复 — it was closed by mistake, or set up again.</summary>
    public void Restore(Act act) => Move(UnitVerb.Restore, act);

    public bool Can(UnitVerb verb) => Lifecycles.Unit.Can(State, verb);

    private void Move(UnitVerb verb, Act act)
    {
        var from = State;
        var to = Lifecycles.Unit.After(from, verb);
        Closed = to == UnitState.Closed;
        Trail.Note(act, verb.ToString(), from.ToString(), to.ToString());
    }

    private List<Change> Take(NewUnit said)
    {
        var code = Checked(said);
        List<Change> changes =
        [
            new("name", Name, said.Name), new("shortName", ShortName, said.ShortName), new("creditCode", CreditCode, code), new("codeOverride", CodeOverride, said.CodeOverride),
            new("kind", Level == 0 ? "" : Label.Of(Kind), Label.Of(said.Kind)), new("area", Area.Value ?? "", said.Area.Value), new("parent", Parent?.Value, said.Parent?.Value),
            new("consultPhone", ConsultPhone, said.ConsultPhone), new("supervisePhone", SupervisePhone, said.SupervisePhone),
        ];
        (Name, ShortName, CreditCode, CodeOverride, Kind, Area, Parent) = (said.Name, said.ShortName, code, said.CodeOverride, said.Kind, said.Area, said.Parent);
        (ConsultPhone, SupervisePhone, Level) = (said.ConsultPhone, said.SupervisePhone, LevelOf(said.Kind));
        changes.RemoveAll(c => (c.Old ?? "") == (c.New ?? ""));
        return changes;
    }

    private static string Checked(NewUnit said)
    {
        var right = Kernel.CreditCode.TryParse(said.CreditCode, out var code, out string error);
        return right || (said.CodeOverride is not null && Kernel.CreditCode.TryParseLegacy(said.CreditCode, out code, out error))
            ? code.Value
            : throw new RuleViolation("credit-code", error, "GB 32100");
    }

    private static int LevelOf(UnitKind kind) => kind switch { UnitKind.Town => 5, UnitKind.Village => 6, _ => 4 };
}
