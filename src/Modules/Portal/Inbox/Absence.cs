using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;

namespace Yimen.Portal.Inbox;

/// <summary>AB角 — somebody is away from a day until a day (both included), and a partner sees their tasks meanwhile.</summary>
internal sealed class Absence
{
    private Absence()
    {
    }

    public Guid Id { get; private init; }

    public Guid Account { get; private init; }

    public string AccountName { get; private init; } = "";

    public Guid Partner { get; private init; }

    public string PartnerName { get; private init; } = "";

    public DateOnly From { get; private init; }

    public DateOnly To { get; private set; }

    public DateTimeOffset MadeAt { get; private init; }

    /// <summary>登记外出 — from today on at the earliest; somebody who is away then cannot be the partner.</summary>
    public static Absence Begin(Guid id, Colleague partner, (DateOnly From, DateOnly To) days, IEnumerable<Absence> others, Act act)
    {
        if (days.To < days.From)
        {
            throw new RuleViolation("absence-days", "结束日期不能早于开始日期。");
        }

        if (others.Any(o => o.Overlaps(days) && o.Account == act.By.AccountId))
        {
            throw new RuleViolation("absence-overlap", "这段时间您已经登记过外出，请先结束原来的登记。");
        }

        if (others.Any(o => o.Overlaps(days) && o.Account == partner.Id))
        {
            throw new RuleViolation("partner-away", $"{partner.Name}在这段时间也外出，请另选一人。");
        }

        return new()
        {
            Id = id, Account = act.By.AccountId, AccountName = act.By.Name, Partner = partner.Id, PartnerName = partner.Name, From = days.From, To = days.To, MadeAt = act.Now,
        };
    }

    /// <summary>提前返岗 — the last day away was yesterday.</summary>
    public void End(Act act) => To = act.Today.AddDays(-1) < To ? act.Today.AddDays(-1) : To;

    public static void Map(ModelBuilder model) => model.Entity<Absence>(e =>
    {
        e.ToTable("portal_absence");
        e.Property(a => a.Id).ValueGeneratedNever();
        e.HasIndex(a => new { a.Partner, a.To });
        e.HasIndex(a => new { a.Account, a.To });
    });

    private bool Overlaps((DateOnly From, DateOnly To) days) => From <= days.To && days.From <= To;
}

/// <summary>Somebody to whom a task may be handed, or who may stand in.</summary>
public sealed record Colleague(Guid Id, string Name, string? Unit, int OpenTasks);
