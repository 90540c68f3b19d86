using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Cases.Consultations;

/// <summary>联审意见 — the lead unit asks another for its opinion on a case by a day; the other answers, the lead decides.</summary>
internal sealed class Consultation : IMatter
{
    public const string MatterKind = "consultation";

    private Consultation()
    {
    }

    public Guid Id { get; private init; }

    public Guid CaseId { get; private init; }

    public string CaseNumber { get; private init; } = "";

    public string ItemName { get; private init; } = "";

    /// <summary>Who asks.</summary>
    public UnitId Lead { get; private init; }

    /// <summary>Who is asked.</summary>
    public UnitId Unit { get; private init; }

    public string Question { get; private init; } = "";

    public string AskedByName { get; private init; } = "";

    public DateTimeOffset AskedAt { get; private init; }

    /// <summary>The last day to answer.</summary>
    public DateOnly Due { get; private init; }

    public ConsultationState State { get; private set; }

    public bool? Agrees { get; private set; }

    public string Opinion { get; private set; } = "";

    public string AnsweredByName { get; private set; } = "";

    public DateTimeOffset? AnsweredAt { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    public bool Can(ConsultationVerb verb) => ConsultationLifecycle.Table.Can(State, verb);

    public IEnumerable<TaskSpec> WaitsFor => State == ConsultationState.Asked ? [new("answer", $"联审意见：{ItemName}", Roles.Approver, Unit, Due) { Href = $"/desk/consultations/{Id}" }] : [];

    /// <summary>征求意见 — while the case is being handled, from a unit that does not decide it itself.</summary>
    public static Consultation Ask(Guid id, Case c, UnitId unit, string question, DateOnly due, Act act)
    {
        if (c.AcceptedOn is null || c.ClosedOn is not null)
        {
            throw new RuleViolation("not-handled", "受理以后、作出决定以前才能征求联审意见。");
        }

        if (unit == c.Unit)
        {
            throw new RuleViolation("own-unit", "不用征求本部门的意见。");
        }

        if (due < act.Today)
        {
            throw new RuleViolation("due-past", "答复期限不能早于今天。");
        }

        var asked = new Consultation
        {
            Id = id, CaseId = c.Id, CaseNumber = c.Number, ItemName = c.ItemName, Lead = c.Unit, Unit = unit, Question = question, AskedByName = act.By.Name, AskedAt = act.Now, Due = due, State = ConsultationState.Asked,
        };
        asked.Trail.Note(act, "征求意见", null, Label.Of(ConsultationState.Asked), new("部门", null, unit.Value), new("内容", null, question), new("答复期限", null, $"{due:yyyy-MM-dd}"));
        return asked;
    }

    /// <summary>答复 — agrees or not, with the reason.</summary>
    public void Answer(bool agrees, string opinion, Act act)
    {
        if (opinion.Length == 0)
        {
            throw new RuleViolation("opinion", "请写明意见。");
        }

        Move(ConsultationVerb.Answer, act, new("结论", null, agrees ? "同意" : "不同意"), new Change("意见", null, opinion));
        (Agrees, Opinion, AnsweredByName, AnsweredAt, AnsweredOn) = (agrees, opinion, act.By.Name, act.Now, act.Today);
    }

    /// <summary>撤回征求 — the lead unit no longer needs it.</summary>
    public void Withdraw(Act act) => Move(ConsultationVerb.Withdraw, act);

    private void Move(ConsultationVerb verb, Act act, params IEnumerable<Change> changes)
    {
        var from = State;
        State = ConsultationLifecycle.Table.After(from, verb);
        Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(State), changes);
    }

    internal static void Map(ModelBuilder model) => model.Entity<Consultation>(e =>
    {
        e.ToTable("cases_consultation");
        e.Property(c => c.Id).ValueGeneratedNever();
        e.Property(c => c.CaseNumber).HasMaxLength(40);
        e.HasIndex(c => c.CaseId);
        e.HasIndex(c => new { c.Unit, c.State, c.Due });
        e.HasTrail();
    });
}

public enum ConsultationState
{
    [Label("待答复")] Asked = 1,
    [Label("已答复")] Answered = 2,
    [Label("已撤回")] Withdrawn = 3,
}

public enum ConsultationVerb
{
    [Label("答复")] Answer,
    [Label("撤回征求")] Withdraw,
}

internal static class ConsultationLifecycle
{
    public static readonly Lifecycle<ConsultationState, ConsultationVerb> Table = new(
        (ConsultationState.Asked, ConsultationVerb.Answer, ConsultationState.Answered),
        (ConsultationState.Asked, ConsultationVerb.Withdraw, ConsultationState.Withdrawn));
}

internal static class ConsultationData
{
    extension(AppDb db)
    {
        public DbSet<Consultation> Consultations => db.Set<Consultation>();
    }
}
