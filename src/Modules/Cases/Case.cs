using Yimen.Cases.Archive;
using Yimen.Cases.Certificate;
using Yimen.Cases.Contracts;
using Yimen.Cases.Correction;
using Yimen.Cases.Ending;
using Yimen.Cases.Motions;
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
    private readonly List<CaseCorrection> corrections = [];
    private readonly List<CaseMotion> motions = [];
    private readonly List<CaseSuspension> suspensions = [];

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

    /// <summary>一次多件: the visit in which it was received together with others.</summary>
    public Guid? VisitId { get; private init; }

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

    /// <summary>The day on which the applicant asked, as papers say it: of a filing after hours the real one, of a late entry the day of its blank receipt. Null before it was received.</summary>
    public DateOnly? AskedOn => FiledAt is { } at && ChinaTime.DateOf(at) < ReceivedOn ? ChinaTime.DateOf(at) : ReceivedOn;

    /// <summary>The clerk who received it at a window.</summary>
    public Guid? ReceivedBy { get; private init; }

    /// <summary>From which day the five days run: the day of receipt, or of the completed answer to a correction notice.</summary>
    public DateOnly? CompleteOn { get; private set; }

    /// <summary>The last day to tell whether it is accepted; null while it waits for a correction.</summary>
    public DateOnly? TellBy { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public DateOnly? AcceptedOn { get; private set; }

    /// <summary>The promised period's last day, under <see cref="CalendarVersion"/>.</summary>
    public DateOnly? Due { get; private set; }

    /// <summary>The law's last day.</summary>
    public DateOnly? StatutoryDue { get; private set; }

    public string? CalendarVersion { get; private set; }

    /// <summary>Nobody told in time: accepted by law from the day on which it was complete (行政许可法 第三十二条).</summary>
    public bool Deemed { get; private set; }

    /// <summary>Why the clock stands, in words; null while it runs. Derived from the open suspensions, kept for lists.</summary>
    public string? Paused { get; private set; }

    /// <summary>Days of the approved extension.</summary>
    public int ExtraDays { get; private set; }

    /// <summary>Since when it is in its present step.</summary>
    public DateOnly? StepOn { get; private set; }

    /// <summary>The day on which it ended, whatever its outcome: a decision, a refusal, a withdrawal …</summary>
    public DateOnly? ClosedOn { get; private set; }

    public CaseOutcome? Outcome { get; private set; }

    /// <summary>办结: the decision, for all time statistics.</summary>
    public DateOnly? DecidedOn { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Working days from acceptance to decision.</summary>
    public int? Consumed { get; private set; }

    public DateOnly? DeliveredOn { get; private set; }

    /// <summary>Who reviews it, once taken up.</summary>
    public Guid? Reviewer { get; private set; }

    /// <summary>延续: until when the licence to be renewed holds.</summary>
    public DateOnly? LicenceUntil { get; private set; }

    /// <summary>延续: the number of the licence to be renewed.</summary>
    public string LicenceNumber { get; private set; } = "";

    /// <summary>The last day to serve the decision (行政许可法 第四十四条).</summary>
    public DateOnly? DeliverBy { get; private set; }

    /// <summary>The document of the decision.</summary>
    public Guid? DocumentId { get; private set; }

    public DecisionFact? Decision { get; private set; }

    public DeliveryFact? Delivery { get; private set; }

    public CaseExtension? Extension { get; private set; }

    public CaseEnding? Ending { get; private set; }

    public CaseCertificate? Certificate { get; private set; }

    public CaseArchive? Archive { get; private set; }

    public IReadOnlyList<CaseCorrection> Corrections => corrections;

    public IReadOnlyList<CaseMotion> Motions => motions;

    public IReadOnlyList<CaseSuspension> Suspensions => suspensions;

    public IReadOnlyList<CaseMaterial> Materials => materials;

    /// <summary>The required materials that nothing stands for, by name.</summary>
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

    public IEnumerable<TaskSpec> WaitsFor => [.. CaseTasks.Of(this), .. DeferralTasks];

    /// <summary>Consults the table, moves, and leaves a note: the only way a state changes.</summary>
    private Note Move(CaseVerb verb, Act act, params IEnumerable<Change> changes)
    {
        var from = State;
        State = CaseLifecycle.Table.After(from, verb);
        ReadyOn = State == CaseState.AwaitingDelivery ? act.Today : ReadyOn;
        return Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(State), changes);
    }
}
