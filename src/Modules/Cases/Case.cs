using Yimen.Catalog.Contracts;
using Yimen.Cases.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Cases;

/// <summary>办件 — one application for one item, from the door to the decision and its service.</summary>
internal sealed partial class Case : IMatter, INumbered
{
    private readonly List<CaseMaterial> materials = [];
    private readonly List<Opinion> opinions = [];

    private Case()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>受理编号: day, unit, four digits or more; gap-free within the day and unit. Empty while a draft.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Six characters that, with the number, open the progress without an account.</summary>
    public string QueryCode { get; private init; } = "";

    public Guid ItemId { get; private init; }

    /// <summary>The version that the case began with and keeps, whatever is published later.</summary>
    public Guid VersionId { get; private init; }

    public string ItemName { get; private init; } = "";

    /// <summary>The unit that decides.</summary>
    public UnitId Unit { get; private init; }

    public AreaCode Area { get; private init; }

    /// <summary>The first nine digits of <see cref="Area"/>: a town's clerks see what was handed in there and in its villages.</summary>
    public string Town { get; private init; } = "";

    public Channel Channel { get; private init; }

    /// <summary>The window that received it, or that will hand out the result.</summary>
    public string? Window { get; private set; }

    public Applicant Applicant { get; private set; } = new();

    /// <summary>The applicant's number index again, where the database can index it: finds what a known applicant filed.</summary>
    public string ApplicantIndex { get; private set; } = "";

    /// <summary>What is asked for, in the applicant's words.</summary>
    public string Request { get; private set; } = "";

    /// <summary>The account that filed online.</summary>
    public Guid? AccountId { get; private init; }

    public CaseTerms Terms { get; private init; } = new();

    public CaseState State { get; private set; }

    /// <summary>When it really reached us, and the legal day of receipt (ruling 38).</summary>
    public DateTimeOffset? FiledAt { get; private set; }

    public DateOnly? ReceivedOn { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public DateOnly? AcceptedOn { get; private set; }

    /// <summary>The promised period's last day, under <see cref="CalendarVersion"/>.</summary>
    public DateOnly? Due { get; private set; }

    /// <summary>The law's last day.</summary>
    public DateOnly? StatutoryDue { get; private set; }

    public string? CalendarVersion { get; private set; }

    /// <summary>办结: the decision, for all time statistics.</summary>
    public DateOnly? DecidedOn { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Working days from acceptance to decision.</summary>
    public int? Consumed { get; private set; }

    public DateOnly? DeliveredOn { get; private set; }

    /// <summary>Who reviews it, once taken up.</summary>
    public Guid? Reviewer { get; private set; }

    /// <summary>The document of the decision.</summary>
    public Guid? DocumentId { get; private set; }

    public DecisionFact? Decision { get; private set; }

    public DeliveryFact? Delivery { get; private set; }

    public IReadOnlyList<CaseMaterial> Materials => materials;

    /// <summary>The required materials that nothing was handed in for, by name.</summary>
    public IReadOnlyList<string> Missing => [.. materials.Where(m => m.Required && !m.IsMet).OrderBy(m => m.Order).Select(m => m.Name)];

    public IReadOnlyList<Opinion> Opinions => opinions;

    public Trail Trail { get; private set; } = new();

    public MatterRef Ref => new("case", Id);

    public NumberWanted? NumberWanted => State != CaseState.Draft && State != CaseState.Discarded && Number.Length == 0
        ? new($"case:{Unit}", ChinaTime.DateOf(FiledAt!.Value))
        : null;

    public void Take(long number)
    {
        Number = $"{ChinaTime.DateOf(FiledAt!.Value):yyyyMMdd}{Unit}{number:0000}";
        Trail.Add(new Change("受理编号", null, Number));
    }

    public bool Can(CaseVerb verb) => CaseLifecycle.Table.Can(State, verb);

    public IEnumerable<TaskSpec> WaitsFor => CaseTasks.Of(this);

    /// <summary>Consults the table, moves, and leaves a note: the only way a state changes.</summary>
    private Note Move(CaseVerb verb, Act act, params IEnumerable<Change> changes)
    {
        var from = State;
        State = CaseLifecycle.Table.After(from, verb);
        return Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(State), changes);
    }
}

/// <summary>What of the item's version governs the case, fixed at its beginning.</summary>
internal sealed record CaseTerms
{
    public ProjectType ProjectType { get; init; } = ProjectType.Promised;

    public AcceptMode AcceptMode { get; init; } = AcceptMode.UnitAccepts;

    public bool OneWindow { get; init; }

    public int PromisedDays { get; init; }

    public DayKind PromisedKind { get; init; }

    /// <summary>Null where the law sets no limit.</summary>
    public int? StatutoryDays { get; init; }

    public DayKind StatutoryKind { get; init; }

    public Period Promised => new(PromisedDays, PromisedKind);

    public Period? Statutory => StatutoryDays is { } days ? new(days, StatutoryKind) : null;

    public static CaseTerms Of(ItemVersionRef version) => new()
    {
        ProjectType = version.ProjectType,
        AcceptMode = version.AcceptMode,
        OneWindow = version.OneWindow,
        PromisedDays = version.Content.Promised?.Days ?? version.Content.Statutory?.Days ?? 0,
        PromisedKind = version.Content.Promised?.Kind ?? version.Content.Statutory?.Kind ?? DayKind.Working,
        StatutoryDays = version.Content.Statutory?.Days,
        StatutoryKind = version.Content.Statutory?.Kind ?? DayKind.Working,
    };
}
