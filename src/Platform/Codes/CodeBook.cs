using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;

namespace Yimen.Platform.Codes;

public enum CodeVerb
{
    [Label("设定代码")] Set,
    [Label("停用代码")] End,
}

/// <summary>代码表（本县设定）— the county's own entries of one <see cref="CodeTable"/>: a matter, so that who set what, when and on which basis is in the journal.</summary>
public sealed class CodeBook : DatedBook<DatedCode>
{
    /// <summary>The book of a table, begun where the county has none yet. Of two who begin it at once the second is refused by its unique kind.</summary>
    internal static async Task<CodeBook> Of(CodeTable table, AppDb db, Func<Guid> newId, CancellationToken ct) =>
        await Begun<CodeBook>(db, table.Kind, ct) ?? db.Add(new CodeBook { Id = newId(), Kind = table.Kind }).Entity;

    /// <summary>设定代码 — from a day to come on a code is new, called otherwise, or out of use. Said again for the same day it takes the place of what was said.</summary>
    /// <exception cref="RuleViolation"><c>code-backwards</c>, <c>code-unknown</c>, <c>code-name</c>, <c>code-least</c>.</exception>
    internal void Set(CodeTable table, DatedCode wanted, Act act)
    {
        if (wanted.From <= act.Today)
        {
            throw new RuleViolation("code-backwards", "生效日期最早为明天：今天和以前的已经按现行的代码办理，不再改变。");
        }

        var before = CodeSet.InForce(table.Over(entries), wanted.From.AddDays(-1)).FirstOrDefault(r => r.Code == wanted.Code);
        if (wanted.Ended && before is null)
        {
            throw new RuleViolation("code-unknown", $"{wanted.From:yyyy-MM-dd} 以前没有在用的代码“{wanted.Code}”，不能停用。");
        }

        (wanted.Name, wanted.Detail) = wanted.Ended ? (before!.Name, before.Detail) : (wanted.Name, wanted.Detail);
        if (entries.Find(r => r.Code == wanted.Code && r.From == wanted.From) is { } same)
        {
            (same.Name, same.Detail, same.Basis, same.Ended) = (wanted.Name, wanted.Detail, wanted.Basis, wanted.Ended);
        }
        else
        {
            entries.Add(wanted);
        }

        MustHold(table, wanted);
        Trail.Note(act, wanted.Ended ? nameof(CodeVerb.End) : nameof(CodeVerb.Set), null, null, new Change(wanted.Code, Words(table, before), wanted.Ended ? "停用" : Words(table, wanted)), new("生效日期", null, $"{wanted.From:yyyy-MM-dd}"),
            new("依据", null, wanted.Basis));
    }

    private void MustHold(CodeTable table, DatedCode wanted)
    {
        var all = table.Over(entries);
        // what begins later is held against it too
        foreach (var day in all.Select(r => r.From).Where(d => d >= wanted.From).Distinct())
        {
            var inForce = CodeSet.InForce(all, day);
            _ = inForce.Count < table.Least ? throw new RuleViolation("code-least", $"{table.Name}至少要有 {table.Least} 项，{day:yyyy-MM-dd} 起只剩 {inForce.Count} 项。")
                : !wanted.Ended && !table.NamesRepeat && inForce.FirstOrDefault(r => r.Name == wanted.Name && r.Code != wanted.Code) is { } other ? throw new RuleViolation("code-name", $"“{wanted.Name}”已经是代码 {other.Code} 的名称（{day:yyyy-MM-dd}），请换一个。")
                : 0;
        }
    }

    private static string? Words(CodeTable table, DatedCode? row) => row is null ? null : row.Detail.Length == 0 ? row.Name : $"{row.Name}（{table.DetailOf(row)}）";

    internal static void Map(ModelBuilder model) => Map<CodeBook>(model, "code_book", "dated_code", e =>
    {
        e.Property(r => r.Name).HasMaxLength(200);
        e.Property(r => r.Detail).HasMaxLength(500);
        e.Property(r => r.Basis).HasMaxLength(200);
    });
}
