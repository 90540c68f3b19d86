using Yimen.Kernel;

namespace Yimen.Cases.Hearings;

/// <summary>听证 — on request (行政许可法 第四十七条、第四十八条): the right is told, asked for within its days, held after a notice, and its record carries the decision. One to a case.</summary>
internal sealed class CaseHearing
{
    public Guid CaseId { get; private init; }

    /// <summary>Which weighty interest is touched.</summary>
    public required string Why { get; init; }

    /// <summary>利害关系人 who are told beside the applicant, with their letters.</summary>
    public IReadOnlyList<HearingParty> Parties { get; private set; } = [];

    public string PartyNames => string.Join("、", Parties.Select(p => p.Name));

    public required DateOnly ToldOn { get; init; }

    public required string ToldBy { get; init; }

    /// <summary>The last day to ask for it.</summary>
    public required DateOnly RequestBy { get; set; }

    /// <summary>听证权利告知书.</summary>
    public Guid? ToldDocumentId { get; set; }

    /// <summary>放弃听证 — everybody told said in writing that they want none.</summary>
    public DateOnly? WaivedOn { get; set; }

    public DateOnly? RequestedOn { get; private set; }

    /// <summary>Who asked for it.</summary>
    public string RequestedBy { get; private set; } = "";

    /// <summary>The applicant asked; else one of <see cref="Parties"/>.</summary>
    public bool ByApplicant { get; private set; }

    public string Statement { get; set; } = "";

    /// <summary>The last day to hold it.</summary>
    public DateOnly? HoldBy { get; set; }

    /// <summary>When it is to begin; where, and who presides. Null until the notice goes out.</summary>
    public DateTimeOffset? At { get; private set; }

    public string Place { get; private set; } = "";

    public Guid? ChairId { get; private set; }

    public string ChairName { get; private set; } = "";

    public DateOnly? NotifiedOn { get; private set; }

    /// <summary>听证通知书, the last that was sent.</summary>
    public Guid? NoticeDocumentId { get; set; }

    public DateOnly? RecordedOn { get; private set; }

    public string Attended { get; private set; } = "";

    /// <summary>笔录 — what was said and shown; the decision rests on it.</summary>
    public string Record { get; private set; } = "";

    /// <summary>听证笔录 to be signed by those who were there.</summary>
    public Guid? RecordDocumentId { get; set; }

    public HearingStage Stage => this switch
    {
        { RecordedOn: not null } => HearingStage.Recorded,
        { NotifiedOn: not null } => HearingStage.Notified,
        { RequestedOn: not null } => HearingStage.Requested,
        { WaivedOn: not null } => HearingStage.Waived,
        _ => HearingStage.Told,
    };

    /// <summary>Nothing may be decided: the days to ask are running, or what was asked for has no record yet.</summary>
    public bool Holds(DateOnly today) => Stage is HearingStage.Requested or HearingStage.Notified || (Stage == HearingStage.Told && Asks(today));

    /// <summary>Somebody's days to ask are running, or have not begun since the letter is on its way.</summary>
    public bool Asks(DateOnly today) => today <= RequestBy || Parties.Any(p => p.AwaitsRight);

    internal CaseHearing With(IReadOnlyList<HearingParty> parties)
    {
        Parties = parties;
        return this;
    }

    internal void Send(string party, HearingLetter letter) => Parties = [.. Parties.Select(p => p.Name == party ? p with { Letters = [.. p.Letters, letter] } : p)];

    /// <summary>The party's name and the letter, as it stands after its service; nothing is changed yet.</summary>
    internal (string Party, HearingLetter Letter) Served(HearingService service, Act act)
    {
        var (party, letter) = Parties.SelectMany(p => p.Letters.Select(l => (p.Name, Letter: l))).FirstOrDefault(l => l.Letter.DocumentId == service.DocumentId);
        if (letter is null || letter.ServedOn is not null || service.On < letter.IssuedOn || service.On > act.Today)
        {
            throw new RuleViolation("hearing-letter", letter is null ? "没有这份听证文书。" : letter.ServedOn is not null ? "这份文书已经登记送达。" : "送达日期应在制作之日至今天之间。");
        }

        return (party, letter with { ServedOn = service.On, ServedBy = act.By.Name, Note = service.Note });
    }

    internal void Take(IReadOnlyList<HearingLetter> served) =>
        Parties = [.. Parties.Select(p => p with { Letters = [.. p.Letters.Select(l => served.FirstOrDefault(s => s.DocumentId == l.DocumentId) ?? l)] })];

    /// <summary>The last of everybody's days to ask: the applicant's from the telling, a party's from the service of its letter.</summary>
    /// <param name="within">The period that was in force on a day.</param>
    internal DateOnly LastToAsk(LegalClock clock, Func<DateOnly, Period> within) =>
        Parties.SelectMany(p => p.Letters).Where(l => l.What == HearingPaper.Right).Select(l => l.ServedOn).OfType<DateOnly>().Append(ToldOn).Max(on => clock.Due(on, within(on))!.Value);

    internal void Request(HearingRequest asked, DateOnly holdBy, Act act) =>
        (RequestedOn, RequestedBy, ByApplicant, Statement, HoldBy) = (act.Today, asked.By, asked.ByApplicant, asked.Statement, holdBy);

    internal void Notify(HearingPlan plan, Act act) =>
        (At, Place, ChairId, ChairName, NotifiedOn) = (plan.At, plan.Place, plan.ChairId, plan.ChairName, act.Today);

    internal void Write(string attended, string record, Act act) => (RecordedOn, Attended, Record) = (act.Today, attended, record);
}

/// <summary>How far a hearing is, derived from its days.</summary>
internal enum HearingStage
{
    [Label("已告知权利")] Told = 1,
    [Label("放弃听证")] Waived = 2,
    [Label("已申请")] Requested = 3,
    [Label("已通知")] Notified = 4,
    [Label("已听证")] Recorded = 5,
}

/// <summary>Who asks for a hearing and what they say.</summary>
internal sealed record HearingRequest(string By, bool ByApplicant, string Statement);

/// <summary>When, where and by whom it is held.</summary>
internal sealed record HearingPlan(DateTimeOffset At, string Place, Guid ChairId, string ChairName);
