using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;

namespace Yimen.Platform.Limits;

public enum LimitVerb
{
    [Label("设定规则")] Set,
}

/// <summary>规则表 — the county's own entries of one <see cref="LimitTable"/>: a matter, so that who set what, when and on which basis is in the journal.</summary>
public sealed class LimitBook : DatedBook<DatedLimit>
{
    /// <summary>The book of a table, begun where the county has none yet. Of two who begin it at once the second is refused by its unique kind.</summary>
    internal static async Task<LimitBook> Of(LimitTable table, AppDb db, Func<Guid> newId, CancellationToken ct) =>
        await Begun<LimitBook>(db, table.Kind, ct) ?? db.Add(new LimitBook { Id = newId(), Kind = table.Kind }).Entity;

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

        var before = table.Over(entries).Where(r => r.Code == wanted.Code && r.From <= wanted.From).MaxBy(r => r.From)?.Value;
        if (entries.Find(r => r.Code == wanted.Code && r.From == wanted.From) is { } same)
        {
            (same.Value, same.Basis) = (wanted.Value, wanted.Basis);
        }
        else
        {
            entries.Add(wanted);
        }

        Trail.Note(act, nameof(LimitVerb.Set), null, null, new Change(table.WordsOf(wanted.Code), $"{before}", $"{wanted.Value}"), new("生效日期", null, $"{wanted.From:yyyy-MM-dd}"), new("依据", null, wanted.Basis));
    }

    internal static void Map(ModelBuilder model) => Map<LimitBook>(model, "limit_book", "dated_limit", e => e.Property(r => r.Basis).HasMaxLength(200));
}
