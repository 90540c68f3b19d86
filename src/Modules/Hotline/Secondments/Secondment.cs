using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Hotline.Secondments;

/// <summary>选派状态.</summary>
public enum SecondmentState
{
    [Label("待选派")] Wanted = 1,
    [Label("选派中")] Serving = 2,
    [Label("已结束")] Ended = 3,
    [Label("免予选派")] Waived = 4,
}

internal enum SecondmentVerb
{
    [Label("列入选派")] Call,
    [Label("选派业务骨干")] Name,
    [Label("登记培训")] Train,
    [Label("结束选派")] End,
    [Label("免予选派")] Waive,
}

/// <summary>Why a unit is called upon: what was counted in the month.</summary>
/// <param name="Direct">Consultations answered at once from its entries.</param>
internal sealed record SecondmentDraft(UnitId Unit, DateOnly Month, int Consultations, int Direct, string Why);

/// <summary>选派业务骨干 — a unit whose consultations are seldom answered at once, or are very many, sends somebody who knows to the call floor: who, from when until when, trained in what.</summary>
internal sealed class Secondment : IMatter
{
    public const string MatterKind = "secondment";

    public static readonly Lifecycle<SecondmentState, SecondmentVerb> Lifecycle = new(
        (SecondmentState.Wanted, SecondmentVerb.Name, SecondmentState.Serving),
        (SecondmentState.Wanted, SecondmentVerb.Waive, SecondmentState.Waived),
        (SecondmentState.Serving, SecondmentVerb.Train, SecondmentState.Serving),
        (SecondmentState.Serving, SecondmentVerb.End, SecondmentState.Ended));

    // longer than a working day is no training of one day
    private const int MostHours = 12;
    private readonly List<SecondmentTraining> trainings = [];

    private Secondment()
    {
    }

    public Guid Id { get; private init; }

    public UnitId Unit { get; private init; }

    /// <summary>The month that was counted, its first day.</summary>
    public DateOnly Month { get; private init; }

    public int Consultations { get; private init; }

    public int Direct { get; private init; }

    public string Why { get; private init; } = "";

    public DateOnly CalledOn { get; private init; }

    /// <summary>The last day for naming somebody.</summary>
    public DateOnly NameBy { get; private init; }

    public SecondmentState State { get; private set; }

    /// <summary>The account of who is sent; null until somebody is named.</summary>
    public Guid? PersonId { get; private set; }

    public string PersonName { get; private set; } = "";

    public DateOnly? From { get; private set; }

    /// <summary>The last day on the call floor as it was planned.</summary>
    public DateOnly? Until { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public string Remark { get; private set; } = "";

    public IReadOnlyList<SecondmentTraining> Trainings => trainings;

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    public string Href => $"/desk/secondments/{Id}";

    public IEnumerable<TaskSpec> WaitsFor => State switch
    {
        SecondmentState.Wanted => [new("second", $"选派业务骨干：{Month.Year}年{Month.Month}月，{Why}", Roles.UnitHead, Unit, NameBy) { Href = Href }],
        SecondmentState.Serving => [new("end", $"结束选派：{PersonName}", Roles.Hotline, null, Until) { Href = Href }],
        _ => [],
    };

    /// <summary>列入选派 — by what was counted.</summary>
    public static Secondment Call(Guid id, SecondmentDraft draft, DateOnly nameBy, Act act)
    {
        var made = new Secondment { Id = id, Unit = draft.Unit, Month = draft.Month, Consultations = draft.Consultations, Direct = draft.Direct, Why = draft.Why, CalledOn = act.Today, NameBy = nameBy, State = SecondmentState.Wanted };
        made.Trail.Note(act, Label.Of(SecondmentVerb.Call), null, Label.Of(made.State), new Change("单位", null, draft.Unit.Value), new Change("原因", null, draft.Why));
        return made;
    }

    /// <summary>选派业务骨干 — somebody of the unit itself, for days to come.</summary>
    /// <exception cref="RuleViolation"><c>unit-names</c>, <c>secondment-days</c>.</exception>
    public void Name((Guid Id, string Name) person, DateOnly from, DateOnly until, Act act)
    {
        Lifecycle.After(State, SecondmentVerb.Name);
        _ = act.By.Unit != Unit ? throw new RuleViolation("unit-names", "由本单位选派，其他单位不能代为选派。")
            : from < act.Today ? throw new RuleViolation("secondment-days", "到岗日期不能早于今天。")
            : until < from ? throw new RuleViolation("secondment-days", "结束日期不能早于到岗日期。")
            : 0;
        Move(SecondmentVerb.Name, act, new Change("人员", null, person.Name), new Change("期间", null, $"{from:yyyy-MM-dd} 至 {until:yyyy-MM-dd}"));
        (PersonId, PersonName, From, Until) = (person.Id, person.Name, from, until);
    }

    /// <summary>免予选派 — by the hotline office, with a reason.</summary>
    /// <exception cref="RuleViolation"><c>reason</c>.</exception>
    public void Waive(Act act)
    {
        Lifecycle.After(State, SecondmentVerb.Waive);
        Move(SecondmentVerb.Waive, Reasoned(act, "免予选派须写明理由。"));
        (EndedOn, Remark) = (act.Today, act.Reason!);
    }

    /// <summary>登记培训 — what was taught, on a day that has been.</summary>
    /// <param name="evidence">The name of what shows it: a list of who was there, a photograph.</param>
    /// <exception cref="RuleViolation"><c>training-day</c>, <c>training-hours</c>, <c>training-twice</c>.</exception>
    public void Train(DateOnly on, string subject, int hours, Act act, string? evidence = null)
    {
        Lifecycle.After(State, SecondmentVerb.Train);
        _ = on > act.Today || on < From ? throw new RuleViolation("training-day", "培训日期应在到岗以后、今天以前。")
            : hours is < 1 or > MostHours ? throw new RuleViolation("training-hours", $"学时应为 1 至 {MostHours}。")
            : trainings.Exists(t => t.On == on && t.Subject == subject) ? throw new RuleViolation("training-twice", "这一天的这项培训已经登记过。")
            : 0;
        Move(SecondmentVerb.Train, act, new Change("培训", null, $"{on:yyyy-MM-dd} {subject}，{hours} 学时"), new Change("证明材料", null, evidence));
        trainings.Add(new SecondmentTraining { On = on, Subject = subject, Hours = hours, ByName = act.By.Name });
    }

    /// <summary>结束选派 — at its end or before, and what came of it.</summary>
    /// <exception cref="RuleViolation"><c>reason</c>.</exception>
    public void End(Act act, string? evidence = null)
    {
        Lifecycle.After(State, SecondmentVerb.End);
        Move(SecondmentVerb.End, Reasoned(act, "结束选派须写明情况。"), new Change("证明材料", null, evidence));
        (EndedOn, Remark) = (act.Today, act.Reason!);
    }

    private static Act Reasoned(Act act, string words) => act.Reason is null ? throw new RuleViolation("reason", words) : act;

    private void Move(SecondmentVerb verb, Act act, params IEnumerable<Change> changes)
    {
        var from = State;
        State = Lifecycle.After(from, verb);
        Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(State), changes);
    }

    internal static void Map(ModelBuilder model)
    {
        model.Entity<Secondment>(e =>
        {
            e.ToTable("hotline_secondment").Ignore(s => s.Href);
            e.Property(s => s.Id).ValueGeneratedNever();
            e.Property(s => s.Why).HasMaxLength(200);
            e.Property(s => s.PersonName).HasMaxLength(100);
            e.HasMany(s => s.Trainings).WithOne().HasForeignKey(t => t.SecondmentId);
            e.Navigation(s => s.Trainings).HasField("trainings");
            e.HasTrail();
            // a unit is called once for a month
            e.HasIndex(s => new { s.Month, s.Unit }).IsUnique();
        });
        model.Entity<SecondmentTraining>(e => e.ToTable("hotline_secondment_training").Property(t => t.Subject).HasMaxLength(100));
    }
}

/// <summary>培训记录.</summary>
internal sealed class SecondmentTraining
{
    public long Id { get; private init; }

    public Guid SecondmentId { get; private init; }

    public required DateOnly On { get; init; }

    public required string Subject { get; init; }

    /// <summary>学时, whole hours.</summary>
    public required int Hours { get; init; }

    public required string ByName { get; init; }
}
