using Yimen.Kernel;
using Yimen.Platform.Crypto;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Cases.Grievances;

/// <summary>办不成事反映 — somebody could not get done what they came for; also an oral refusal leaves a trace this way.</summary>
internal sealed partial class Grievance : IMatter, INumbered, IPlaced
{
    public const string MatterKind = "grievance";

    private readonly List<GrievanceAnswer> answers = [];

    private Grievance()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>反映编号: BCS, the day, four digits; gap-free within the day.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Six characters that, with the number, open it without an account.</summary>
    public string QueryCode { get; private init; } = "";

    public GrievanceChannel Channel { get; private init; }

    /// <summary>The window at which it was recorded; null from the portal or the telephone.</summary>
    public string? Window { get; private init; }

    /// <summary>The account that wrote it on the portal.</summary>
    public Guid? AccountId { get; private init; }

    public string Name { get; private init; } = "";

    public Sealed Phone { get; private init; }

    public string PhoneIndex { get; private init; } = "";

    /// <summary>What could not be done, in the person's words.</summary>
    public string Matter { get; private init; } = "";

    public Guid? ItemId { get; private init; }

    public string ItemName { get; private init; } = "";

    /// <summary>Refused by word of mouth, with no paper given.</summary>
    public bool RefusedOrally { get; private init; }

    /// <summary>Who has to answer; the centre until it is dispatched.</summary>
    public UnitId Unit { get; private set; }

    public UnitId Centre { get; private init; }

    public AreaCode Area { get; private init; }

    public string Town { get; private init; } = "";

    public GrievanceState State { get; private set; }

    public DateTimeOffset RecordedAt { get; private init; }

    public DateOnly RecordedOn { get; private init; }

    /// <summary>The last day for the answer that is awaited now; a returned answer has the period once more.</summary>
    public DateOnly Due { get; private set; }

    /// <summary>The day from which <see cref="Due"/> is counted.</summary>
    public DateOnly CountedFrom { get; private set; }

    /// <summary>The last day for the first answer, for statistics.</summary>
    public DateOnly FirstDue { get; private set; }

    public DateOnly? FirstAnsweredOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Of the table of causes, found by the centre at the end; empty before.</summary>
    public string Cause { get; private set; } = "";

    /// <summary>整改措施 — what is done so that it does not happen again.</summary>
    public string Measure { get; private set; } = "";

    public IReadOnlyList<GrievanceAnswer> Answers => answers;

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    public NumberWanted? NumberWanted => Number.Length == 0 ? new(MatterKind, RecordedOn) : null;

    public void Take(long number)
    {
        Number = $"BCS{RecordedOn:yyyyMMdd}{number:0000}";
        Trail.Add(new Change("反映编号", null, Number));
    }

    /// <summary>Neither answered to whoever wrote it nor declined.</summary>
    public bool IsOpen => State is not (GrievanceState.Closed or GrievanceState.Declined);

    public bool Can(GrievanceVerb verb) => GrievanceLifecycle.Table.Can(State, verb);

    public IEnumerable<TaskSpec> WaitsFor => State switch
    {
        GrievanceState.Recorded => [AtCentre("dispatch", "转办反映", Due)],
        GrievanceState.Dispatched when Unit == Centre => [AtCentre("answer", "答复反映", Due)],
        GrievanceState.Dispatched => [new("answer", $"答复反映：{About}", Roles.UnitHead, Unit, Due) { Href = Href }],
        GrievanceState.Answered => [AtCentre("review", "审核答复", null)],
        _ => [],
    };

    public string Href => $"/desk/grievances/{Id}";

    private string About => (ItemName.Length > 0 ? ItemName : Matter.Length > 20 ? Matter[..20] + "…" : Matter) + $"（{Number}）";

    private TaskSpec AtCentre(string code, string act, DateOnly? due) => new(code, $"{act}：{About}", Roles.Coordination, null, due) { Href = Href };

    private Note Move(GrievanceVerb verb, Act act, params IEnumerable<Change> changes)
    {
        var from = State;
        State = GrievanceLifecycle.Table.After(from, verb);
        return Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(State), changes);
    }
}

/// <summary>单位答复 — what the unit found and did; a returned one stays beside the next.</summary>
internal sealed class GrievanceAnswer
{
    public long Id { get; private init; }

    public Guid GrievanceId { get; private init; }

    public required string Text { get; init; }

    public required UnitId Unit { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }
}
