using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Portal.Inbox;

/// <summary>AB角 — somebody is away from a day until a day (both included), and a partner of the same unit and role sees and does their tasks meanwhile.</summary>
internal sealed class Absence : IMatter
{
    private Absence()
    {
    }

    public Guid Id { get; private init; }

    public Guid Account { get; private init; }

    public string AccountName { get; private init; } = "";

    public UnitId? Unit { get; private init; }

    public Guid Partner { get; private init; }

    public string PartnerName { get; private init; } = "";

    public DateOnly From { get; private init; }

    public DateOnly To { get; private set; }

    public Trail Trail { get; private set; } = new();

    public MatterRef Ref => new("absence", Id);

    /// <summary>Nobody waits for an absence.</summary>
    public IEnumerable<TaskSpec> WaitsFor => [];

    /// <summary>登记外出 — by the person or the unit's head, from today on at the earliest; somebody who is away then cannot be the partner.</summary>
    /// <param name="away">Who is away.</param>
    /// <param name="partner">Who stands in: of the same unit, with a role in common.</param>
    /// <param name="others">The absences of both that are not over.</param>
    public static Absence Begin(Guid id, (Colleague Away, Colleague Partner) pair, (DateOnly From, DateOnly To) days, IReadOnlyCollection<Absence> others, Act act)
    {
        var (away, partner) = pair;
        Check(away, partner, days);
        if (others.Any(o => o.Overlaps(days) && o.Account == away.Id))
        {
            throw new RuleViolation("absence-overlap", $"这段时间{away.Name}已经登记过外出，请先结束原来的登记。");
        }

        if (others.Any(o => o.Overlaps(days) && o.Account == partner.Id))
        {
            throw new RuleViolation("partner-away", $"{partner.Name}在这段时间也外出，请另选一人。");
        }

        var absence = new Absence
        {
            Id = id, Account = away.Id, AccountName = away.Name, Unit = act.By.Unit, Partner = partner.Id, PartnerName = partner.Name, From = days.From, To = days.To,
        };
        absence.Trail.Note(act, "登记外出", null, null, new Change("外出的人", null, away.Name), new Change("替办的人", null, partner.Name),
            new Change("期间", null, $"{days.From:yyyy-MM-dd}至{days.To:yyyy-MM-dd}"));
        return absence;
    }

    /// <summary>提前返岗 — the last day away was yesterday.</summary>
    public void End(Act act)
    {
        var before = To;
        To = act.Today.AddDays(-1) < To ? act.Today.AddDays(-1) : To;
        Trail.Note(act, "结束外出", null, null, new Change("结束日期", $"{before:yyyy-MM-dd}", $"{To:yyyy-MM-dd}"));
    }

    /// <summary>Those for whom somebody stands in on a day.</summary>
    public static async Task<Dictionary<Guid, string>> StoodInForBy(AppDb db, Guid partner, DateOnly day, CancellationToken ct) =>
        await db.Set<Absence>().Where(a => a.Partner == partner && a.From <= day && a.To >= day)
            .Select(a => new { a.Account, a.AccountName }).Distinct().ToDictionaryAsync(a => a.Account, a => a.AccountName, ct);

    /// <summary>Who of these is away on a day, with who stands in; of two absences that overlap the one recorded last.</summary>
    public static async Task<Dictionary<Guid, Substitute>> SubstitutesOf(AppDb db, IReadOnlyCollection<Guid> accounts, DateOnly day, CancellationToken ct) =>
        (await db.Set<Absence>().AsNoTracking().Where(a => accounts.Contains(a.Account) && a.From <= day && a.To >= day).OrderBy(a => a.Id).Select(a => new { a.Account, a.Partner, a.PartnerName }).ToListAsync(ct))
            .GroupBy(a => a.Account).ToDictionary(g => g.Key, g => new Substitute(g.Last().Partner, g.Last().PartnerName));

    public static void Map(ModelBuilder model)
    {
        model.Entity<Absence>(e =>
        {
            e.ToTable("portal_absence");
            e.Property(a => a.Id).ValueGeneratedNever();
            e.HasIndex(a => new { a.Partner, a.To });
            e.HasIndex(a => new { a.Account, a.To });
            e.HasTrail();
        });
        model.Entity<StandingPair>(e =>
        {
            e.ToTable("portal_standing_pair");
            e.HasKey(p => p.Account);
            e.Property(p => p.Account).ValueGeneratedNever();
        });
    }

    private static void Check(Colleague away, Colleague partner, (DateOnly From, DateOnly To) days)
    {
        if (days.To < days.From)
        {
            throw new RuleViolation("absence-days", "结束日期不能早于开始日期。");
        }

        if (away.Id == partner.Id || !away.Roles.Intersect(partner.Roles).Any())
        {
            throw new RuleViolation("partner-role", $"{partner.Name}与{away.Name}没有相同的岗位，不能替办。");
        }
    }

    private bool Overlaps((DateOnly From, DateOnly To) days) => From <= days.To && days.From <= To;
}

/// <summary>AB角搭档 — who usually stands in for whom; offered first when an absence is recorded, and no right by itself.</summary>
internal sealed class StandingPair
{
    public required Guid Account { get; init; }

    public required Guid Partner { get; set; }
}

/// <summary>Somebody to whom a task may be handed, or who may stand in.</summary>
public sealed record Colleague(Guid Id, string Name, string? Unit, int OpenTasks, IReadOnlyList<string> Roles);
