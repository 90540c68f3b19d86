using System.Text.Encodings.Web;
using System.Text.Json;
using Yimen.Cases;
using Yimen.Cases.Contracts;
using Yimen.Cases.Limits;
using Yimen.Cases.Materials;
using Yimen.Cases.Motions;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Crypto;
using Yimen.Platform.Journal;
using Yimen.Platform.Limits;

namespace Yimen.Tests.Cases.Histories;

/// <summary>What is tried on a case next: which act, by whom, after how many days, and dice for its details.</summary>
/// <param name="Sensible">Only among the acts that the table allows now; else whatever comes.</param>
internal sealed record Attempt(int Act, int Who, int Days, int Die, bool Sensible);

/// <summary>How a history begins.</summary>
internal sealed record Opening(int Day, int Promised, DayKind Kind, int Statutory, int Mode, bool Online, bool Certificate, int Licence);

/// <summary>One case lived through in memory, without a host and a database, under a calendar that may be changed on the way.</summary>
internal sealed class CaseHistory
{
    private static readonly UnitId Market = new("SCJG");

    private static readonly Actor[] People =
    [
        Person(1, "窗口甲", new UnitId("ZWZX")), Person(2, "审查乙", Market), Person(3, "审查丙", Market), Person(4, "局长丁", Market), Person(5, "外单位戊", new UnitId("MZJ")),
    ];

    // the Spring Festival of 2020 as it was announced in 2019, before the notice of 27 January 2020 lengthened it
    private static readonly WorkCalendar Amended = StateCouncilCalendar.Load();
    private static readonly WorkCalendar Announced = Amended.With("announced-2019", [new(new(2020, 1, 31), "春节", false), new(new(2020, 2, 1), "春节", false)]);
    private static readonly Dictionary<string, ByHand> Pencils = new[] { Amended, Announced }.ToDictionary(c => c.Version, c => new ByHand(c));
    private static readonly JsonSerializerOptions AsText = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly CaseSubject subject;
    private int ids;

    public CaseHistory(Opening opening)
    {
        Now = new DateTimeOffset(2020, 1, 2, 10, 0, 0, TimeSpan.FromHours(8)).AddDays(opening.Day).ToUniversalTime();
        subject = new(Rows.Made<ItemRef>(("Id", NewId()), ("Unit", Market), ("Area", new AreaCode("440281000000")), ("Name", "演示事项"), ("State", ItemState.InForce)), Version(opening), CaseLimitTable.The.Shipped);
        var act = By(People[0]);
        var applicant = new Applicant { Name = "演示丙", Number = new Sealed("*"), Phone = new Sealed("*"), NumberIndex = "*", PhoneIndex = "*" };
        Case = opening.Online
            ? Case.Begin(subject, NewId(), "ABC234", applicant, act)
            : Case.Receive(subject, NewId(), "ABC234", new Intake(Channel.Hall, "A01", new("440281000000"), applicant, "开一家小店", new HashSet<int>()) { TellBy = TellBy(act.Today), Licence = new(opening.Licence > 0 ? act.Today.AddDays(opening.Licence) : null, "") }, act);
        foreach (var material in Case.Materials)
        {
            Rows.Put(material, "Id", NewId()); // given by the database otherwise
        }
    }

    public Case Case { get; }

    public DateTimeOffset Now { get; private set; }

    public LegalClock Clock { get; private set; } = new(Announced);

    public DateOnly Today => ChinaTime.DateOf(Now);

    public Limits<CaseLimitCode> Limits => CaseLimitTable.The.At(Today);

    /// <summary>The pencil for the calendar by which the case was last computed.</summary>
    public ByHand Pencil => Pencils[Case.CalendarVersion ?? Clock.Calendar.Version];

    /// <summary>The pencil for the calendar in force, by which whatever is still open was computed.</summary>
    public ByHand Current => Pencils[Clock.Calendar.Version];

    public Act By(int who, string? reason = null) => By(People[who % People.Length], reason);

    public Act By(Actor who, string? reason = null) => new(who, Now, reason);

    public Guid NewId() => new(++ids, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public DateOnly TellBy(DateOnly complete) => subject.TellBy(Clock, complete);

    public void Pass(int days) => Now = Now.AddDays(days);

    /// <summary>The State Council orders otherwise; open cases are computed anew.</summary>
    public void ChangeCalendar()
    {
        Clock = new LegalClock(ReferenceEquals(Clock.Calendar, Announced) ? Amended : Announced);
        Case.Recompute(Clock, CaseLimitTable.The.At, By(Actor.System));
    }

    /// <summary>All that can be seen of the case, and the notes that it left.</summary>
    public byte[] Seen => [.. JsonSerializer.SerializeToUtf8Bytes(Case, AsText), (byte)Case.Trail.Pending.Count];

    private static Actor Person(int n, string name, UnitId unit) => new(new Guid(n, 1, 0, [0, 0, 0, 0, 0, 0, 0, 0]), name, unit);

    private ItemVersionRef Version(Opening o) => Rows.Made<ItemVersionRef>(
        ("Id", NewId()), ("Name", o.Licence > 0 ? "演示事项（延续）" : "演示事项"), ("Online", true), ("HandledIn", HandledIn.Here), ("AcceptMode", Enum.GetValues<AcceptMode>()[o.Mode % 3]),
        ("Content", new ItemContent
        {
            Promised = new Limit(o.Promised, o.Kind), Statutory = o.Statutory > 0 ? new Limit(o.Statutory, DayKind.Working) : null,
            Outcomes = o.Certificate ? [new Outcome("证照", "演示许可证")] : [],
            Materials = [new() { Name = "申请表", Type = "申请表格文书" }, new() { Name = "身份证明" }, new() { Name = "管理制度", Need = "容缺后补" }, new() { Name = "其他说明", Need = "非必要" }],
        }));
}
