using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Cases.OutsideCases;

/// <summary>
/// 外部系统登记 — a matter that runs in the province's platform or on a vertical net, and of which we keep five fields so that the hall knows about it:
/// item, outside number, applicant's name, date accepted, window. It is no case of ours: it has no papers, nobody here decides it, no figure of 一门一网 counts it.
/// </summary>
internal sealed class OutsideCase : IMatter
{
    public const string MatterKind = "outside-case";

    private OutsideCase()
    {
    }

    public Guid Id { get; private init; }

    public Guid ItemId { get; private init; }

    public string ItemName { get; private init; } = "";

    /// <summary>The unit whose item it is.</summary>
    public UnitId Unit { get; private init; }

    public AreaCode Area { get; private init; }

    /// <summary>The first nine digits of <see cref="Area"/>.</summary>
    public string Town { get; private init; } = "";

    /// <summary>Where it is really handled.</summary>
    public HandledIn System { get; private init; }

    /// <summary>外部编号, as the other system gave it, tidied.</summary>
    public string Number { get; private init; } = "";

    public string ApplicantName { get; private init; } = "";

    public DateOnly AcceptedOn { get; private init; }

    public string Window { get; private init; } = "";

    public int PromisedDays { get; private init; }

    public DayKind PromisedKind { get; private init; }

    /// <summary>承诺办结日, computed here from the item's promise: the other system may know better, therefore it is always marked 外部系统. Null without a promise.</summary>
    public DateOnly? Due { get; private set; }

    public OutsideState State { get; private set; }

    /// <summary>The day over there on which the present state began.</summary>
    public DateOnly StateOn { get; private set; }

    /// <summary>The day on which it was finished over there.</summary>
    public DateOnly? FinishedOn { get; private set; }

    public DateTimeOffset RegisteredAt { get; private init; }

    /// <summary>导入: the workbook that it came by; null when a clerk or a program registered it.</summary>
    public Guid? ImportId { get; private init; }

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    /// <summary>Nobody here is kept waiting: the other system has its own inboxes.</summary>
    public IEnumerable<TaskSpec> WaitsFor => [];

    /// <summary>登记 — the five fields.</summary>
    public static OutsideCase Register(Guid id, OutsideEntry entry, Act act, LegalClock clock)
    {
        var version = entry.Subject.Version;
        if (version.HandledIn == HandledIn.Here)
        {
            throw new RuleViolation("handled-here", "该事项在本系统办理，请在窗口收件，不要作为外部系统登记。");
        }

        var terms = CaseTerms.Of(version, warningShare: 0); // the other system warns its own people
        var made = new OutsideCase
        {
            Id = id, ItemId = version.ItemId, ItemName = version.Name, Unit = entry.Subject.Item.Unit, Area = entry.Area, Town = entry.Area.Value[..9], System = version.HandledIn,
            Number = entry.Number, ApplicantName = entry.Applicant, AcceptedOn = entry.AcceptedOn, Window = entry.Window, PromisedDays = terms.PromisedDays,
            PromisedKind = terms.PromisedKind, State = OutsideState.Running, StateOn = entry.AcceptedOn, RegisteredAt = act.Now, ImportId = entry.Import,
        };
        made.Due = made.DueBy(clock);
        made.Trail.Note(act, "登记", null, Label.Of(OutsideState.Running), new Change("外部编号", null, entry.Number), new Change("申请人", null, Masking.Party(entry.Applicant)), new Change("窗口", null, entry.Window));
        return made;
    }

    /// <summary>外部状态回传 — what the other system says of it, and since which day. Said twice it changes nothing.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Report(OutsideVerb verb, DateOnly on, Act act)
    {
        if (State == OutsideLifecycle.Aim(verb))
        {
            return false;
        }

        if (on < StateOn || on > act.Today)
        {
            throw new RuleViolation("status-date", on > act.Today ? "状态日期不能晚于今天。" : $"状态日期不能早于上一状态的日期（{StateOn:yyyy-MM-dd}）。");
        }

        Move(verb, act, new Change("状态日期", $"{StateOn:yyyy-MM-dd}", $"{on:yyyy-MM-dd}"));
        StateOn = on;
        FinishedOn = State is OutsideState.Granted or OutsideState.Denied or OutsideState.Ended ? on : null;
        return true;
    }

    /// <summary>作废登记 — it was registered by mistake; its number may be registered again.</summary>
    public void Void(Act act)
    {
        if (act.Reason is null)
        {
            throw new RuleViolation("reason", "作废登记须写明原因。");
        }

        Move(OutsideVerb.Void, act);
    }

    /// <summary>重算期限 — after the calendar changed; true when the day moved.</summary>
    public bool Recompute(LegalClock clock, Act act)
    {
        var due = DueBy(clock);
        if (FinishedOn is not null || State == OutsideState.Voided || due == Due)
        {
            return false;
        }

        Trail.Note(act, "重算期限", null, null, new Change("承诺办结日（外部系统）", $"{Due:yyyy-MM-dd}", $"{due:yyyy-MM-dd}"));
        Due = due;
        return true;
    }

    private DateOnly? DueBy(LegalClock clock) => PromisedDays > 0 ? clock.Due(AcceptedOn, new(PromisedDays, PromisedKind)) : null;

    private void Move(OutsideVerb verb, Act act, params IEnumerable<Change> changes)
    {
        var from = State;
        State = OutsideLifecycle.Table.After(from, verb);
        Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(State), changes);
    }
}

/// <summary>The five fields, read and found right.</summary>
internal sealed record OutsideEntry(CaseSubject Subject, string Number, string Applicant, DateOnly AcceptedOn, string Window, AreaCode Area)
{
    /// <summary>The workbook that it stood in.</summary>
    public Guid? Import { get; init; }
}
