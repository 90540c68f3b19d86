using Yimen.Kernel;
using Yimen.Platform.Crypto;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Cases.Assistance;

/// <summary>巡村状态.</summary>
public enum VisitState
{
    [Label("待走访")] Planned = 1,
    [Label("已走访")] Done = 2,
    [Label("走访取消")] Cancelled = 9,
}

internal enum VisitVerb
{
    [Label("改期走访")] Postpone,
    [Label("完成走访")] Finish,
    [Label("取消走访")] Cancel,
}

internal static class VisitLifecycle
{
    public static readonly Lifecycle<VisitState, VisitVerb> Table = new(
        (VisitState.Planned, VisitVerb.Postpone, VisitState.Planned),
        (VisitState.Planned, VisitVerb.Finish, VisitState.Done),
        (VisitState.Planned, VisitVerb.Cancel, VisitState.Cancelled));
}

/// <summary>巡村走访 — one line of the village's round list: who is to be visited on which day, whether it was done, and what was found.</summary>
internal sealed class VillageVisit : IMatter
{
    public const string MatterKind = "village-visit";

    private VillageVisit()
    {
    }

    public Guid Id { get; private init; }

    public AreaCode Area { get; private init; }

    public string Town { get; private init; } = "";

    public string Name { get; private init; } = "";

    public Sealed Phone { get; private init; }

    public string Address { get; private init; } = "";

    /// <summary>Why: 高龄津贴年审, 行动不便, an order's number.</summary>
    public string Purpose { get; private init; } = "";

    public DateOnly Day { get; private set; }

    public VisitState State { get; private set; }

    public DateOnly? DoneOn { get; private set; }

    public string Note { get; private set; } = "";

    public string DoneBy { get; private set; } = "";

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    public IEnumerable<TaskSpec> WaitsFor => State == VisitState.Planned
        ? [new TaskSpec("visit", $"走访：{Masking.Name(Name)}（{Purpose}）", Roles.TownClerk, null, Day) { Href = $"/desk/visits?day={Day:yyyy-MM-dd}", Area = Area }]
        : [];

    /// <summary>列入巡村清单.</summary>
    public static VillageVisit Plan(Guid id, PlannedVisit planned, Act act)
    {
        var made = new VillageVisit
        {
            Id = id, Area = planned.Area, Town = planned.Area.Value[..9], Name = planned.Name, Phone = planned.Phone, Address = planned.Address, Purpose = planned.Purpose, Day = planned.Day,
            State = VisitState.Planned,
        };
        made.Trail.Note(act, "列入巡村清单", null, Label.Of(VisitState.Planned), new Change("走访日期", null, $"{planned.Day:yyyy-MM-dd}"));
        return made;
    }

    /// <summary>完成走访 — with what was found or done.</summary>
    public void Finish(string note, Act act)
    {
        if (note.Length == 0)
        {
            throw new RuleViolation("note", "请写明走访情况。");
        }

        Move(VisitVerb.Finish, act, new Change("走访情况", null, note, Personal: true));
        (DoneOn, Note, DoneBy) = (act.Today, note, act.By.Name);
    }

    /// <summary>改期 — nobody was at home, or the road was closed.</summary>
    public void Postpone(DateOnly day, Act act)
    {
        if (day < act.Today)
        {
            throw new RuleViolation("day", "改期日期不能早于今天。");
        }

        Move(VisitVerb.Postpone, act, new Change("走访日期", $"{Day:yyyy-MM-dd}", $"{day:yyyy-MM-dd}"));
        Day = day;
    }

    public void Cancel(Act act)
    {
        if (act.Reason is null)
        {
            throw new RuleViolation("reason", "取消走访须写明原因。");
        }

        Move(VisitVerb.Cancel, act);
    }

    private void Move(VisitVerb verb, Act act, params IEnumerable<Change> changes)
    {
        var from = State;
        State = VisitLifecycle.Table.After(from, verb);
        Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(State), changes);
    }
}

/// <summary>A line to be put on the list, read and found right.</summary>
internal sealed record PlannedVisit(AreaCode Area, string Name, Sealed Phone, string Address, string Purpose, DateOnly Day);
