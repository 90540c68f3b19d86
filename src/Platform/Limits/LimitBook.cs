using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Platform.Limits;

public enum LimitVerb
{
    [Label("设定规则")] Set,
}

/// <summary>规则表 — the county's own rows of one <see cref="LimitTable"/>: a matter, so that who set what, when and on which basis is in the journal.</summary>
public sealed class LimitBook : IMatter
{
    internal const string Key = "Book";

    private readonly List<DatedLimit> rows = [];

    public Guid Id { get; init; }

    public required string Kind { get; init; }

    public IReadOnlyList<DatedLimit> Rows => rows;

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(Kind, Id);

    /// <summary>Nobody waits for a table of limits.</summary>
    public IEnumerable<TaskSpec> WaitsFor => [];

    /// <summary>The book of a table, begun where the county has none yet. Of two who begin it at once the second is refused by its unique kind.</summary>
    internal static async Task<LimitBook> Of(LimitTable table, AppDb db, Func<Guid> newId, CancellationToken ct) =>
        await db.Set<LimitBook>().FirstOrDefaultAsync(b => b.Kind == table.Kind, ct) ?? db.Add(new LimitBook { Id = newId(), Kind = table.Kind }).Entity;

    /// <summary>设定规则 — from a day on another value holds. It may not lie in the past: what was computed stays as it was.</summary>
    /// <exception cref="RuleViolation"><c>limit-range</c>, <c>limit-backwards</c>.</exception>
    internal void Set(LimitTable table, DatedLimit wanted, Act act)
    {
        if (wanted.Value < 1 || wanted.Value > table.Most)
        {
            throw new RuleViolation("limit-range", $"数值应为 1 至 {table.Most}。");
        }

        if (wanted.From < act.Today)
        {
            throw new RuleViolation("limit-backwards", "生效日期不能早于今天：已经按原规则办理的不改变。");
        }

        var before = table.Over(rows).Where(r => r.Code == wanted.Code && r.From <= wanted.From).MaxBy(r => r.From)?.Value;
        if (rows.Find(r => r.Code == wanted.Code && r.From == wanted.From) is { } same)
        {
            (same.Value, same.Basis) = (wanted.Value, wanted.Basis);
        }
        else
        {
            rows.Add(wanted);
        }

        Trail.Note(act, nameof(LimitVerb.Set), null, null, new Change(table.WordsOf(wanted.Code), $"{before}", $"{wanted.Value}"), new("生效日期", null, $"{wanted.From:yyyy-MM-dd}"), new("依据", null, wanted.Basis));
    }

    internal static void Map(ModelBuilder model)
    {
        model.Entity<LimitBook>(e =>
        {
            e.ToTable("limit_book");
            e.Property(b => b.Id).ValueGeneratedNever();
            e.Property(b => b.Kind).HasMaxLength(40);
            e.HasAlternateKey(b => b.Kind);
            e.HasMany(b => b.Rows).WithOne().HasForeignKey(Key).HasPrincipalKey(b => b.Kind);
            e.Navigation(b => b.Rows).HasField("rows").AutoInclude();
            e.HasTrail();
        });
        model.Entity<DatedLimit>(e =>
        {
            e.ToTable("dated_limit");
            e.HasKey(Key, nameof(DatedLimit.Code), nameof(DatedLimit.From));
            e.Property(Key).HasMaxLength(40);
            e.Property(r => r.Code).HasMaxLength(40);
            e.Property(r => r.Basis).HasMaxLength(200);
        });
    }
}
