using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Bulletins;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Limits;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Platform.Journal;
using Yimen.Platform.Limits;

namespace Yimen.Hotline.Kpi;

/// <summary>Reads the table out of the roll-up: as many cells as there are units and months, however many orders lie behind them.</summary>
internal sealed class KpiReading(AppDb db)
{
    private static readonly IReadOnlyList<Figure> Figures = [.. OrderFigures.All.Where(f => !f.Standing)];

    // under the number of its figure
    private static readonly (KpiMeasure Measure, string Figure)[] Measures = [.. Enum.GetValues<KpiMeasure>().Where(m => m != KpiMeasure.Fair).Select(m => (m, $"H{(int)m:00}"))];

    // the sums of one period, by row and measure
    private sealed record Sums(int Period, bool FairCounts, Dictionary<(string Key, KpiMeasure Measure), long> Cells)
    {
        public long this[string key, KpiMeasure measure] => Cells.GetValueOrDefault((key, measure));

        public Dictionary<string, long> Counts(string key) => Measures.ToDictionary(m => m.Figure, m => this[key, m.Measure] + (m.Measure == KpiMeasure.Satisfied && FairCounts ? this[key, KpiMeasure.Fair] : 0));
    }

    public async Task<KpiTable> Of(BulletinPeriod period, KpiBy by, DateOnly today, CancellationToken ct)
    {
        var scope = period.Scope(today);
        BulletinPeriod?[] periods = [period, period.Month is null ? null : Before(period), period with { Year = period.Year - 1 }];
        var (all, rows, rules) = (new List<Sums?>(), new List<Sums?>(), await OrderLimitTable.The.All(db, ct));
        foreach (var one in periods)
        {
            all.Add(one is null ? null : await Read(one, KpiBy.All, rules, today, ct));
            rows.Add(one is null ? null : await Read(one, by, rules, today, ct));
        }

        var names = await Names(by, ct);
        var seen = rows.SelectMany(s => s?.Cells.Where(c => c.Value != 0).Select(c => c.Key.Key) ?? []).ToHashSet();
        var named = names.Where(n => seen.Remove(n.Key)).ToList();
        // what has no name any more, or never had one, stands last
        named.AddRange(seen.Order(StringComparer.Ordinal).Select(k => (k, by == KpiBy.Area ? "未指明镇街" : k, (string?)null)));
        return new(period.Key, period.Month is null ? $"{period.Year}年" : $"{period.Year}年{period.Month}月", Word(by), period.End <= today, await Progress(ct),
            Row("", "合计", null, all, scope), [.. named.Select(n => Row(n.Key, n.Name, n.Group, rows, Narrow(scope, by, n.Key)))]);
    }

    public static string Word(KpiBy by) => by.ToString().ToLowerInvariant();

    public async Task<KpiProgress> Progress(CancellationToken ct)
    {
        var mark = await db.Set<KpiMark>().AsNoTracking().SingleOrDefaultAsync(ct);
        var position = mark?.Position ?? 0;
        var pending = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.Position > position && e.Kind == WorkOrder.MatterKind).OrderBy(e => e.Position).Take(KpiProgress.MostPending + 1).CountAsync(ct);
        return new(mark?.At, pending, mark is null || mark.After is not null);
    }

    private KpiRow Row(string key, string name, string? group, List<Sums?> sums, FigureScope scope)
    {
        var (now, previous, year) = (sums[0]!.Counts(key), sums[1]?.Counts(key), sums[2]!.Counts(key));
        var query = BulletinReading.QueryOf(scope) + Dimension(scope);
        return new(key, name, group, [.. Figures.Select(f => KpiValue.Of(FigureBook.Of(f, now), previous is null ? null : FigureBook.Of(f, previous), FigureBook.Of(f, year), $"/desk/figures/{f.Id}{query}"))]);
    }

    private async Task<Sums> Read(BulletinPeriod period, KpiBy by, IReadOnlyList<DatedLimit> rules, DateOnly today, CancellationToken ct)
    {
        var number = period.Month is null ? KpiPeriod.YearOf(period.From) : KpiPeriod.MonthOf(period.From);
        var cells = await db.Set<KpiCell>().AsNoTracking().Where(c => c.By == by && c.Period == number && c.Measure != KpiMeasure.Waiting).Select(c => new { c.Key, c.Measure, c.Sum }).ToDictionaryAsync(c => (c.Key, c.Measure), c => c.Sum, ct);
        var first = KpiPeriod.FirstOf(number);
        var waiting = await db.Set<KpiCell>().AsNoTracking().Where(c => c.By == by && c.Measure == KpiMeasure.Waiting && c.Period >= first && c.Period <= number).GroupBy(c => c.Key).Select(g => new { g.Key, Sum = g.Sum(c => c.Sum) }).ToListAsync(ct);
        waiting.ForEach(w => cells[(w.Key, KpiMeasure.Waiting)] = w.Sum);
        var day = period.Scope(today).AsOf;
        return new(number, OrderLimitTable.The.At(rules, day).Counting(OrderLimitCode.FairCounts) == 1, cells);
    }

    private async Task<IReadOnlyList<(string Key, string Name, string? Group)>> Names(KpiBy by, CancellationToken ct) => by switch
    {
        KpiBy.Unit => [.. (await db.UnitRefs.AsNoTracking().OrderBy(u => u.Kind).ThenBy(u => u.Id).Select(u => new { u.Id, u.ShortName, u.Kind }).ToListAsync(ct)).Select(u => (u.Id.Value, u.ShortName, (string?)Label.Of(u.Kind)))],
        KpiBy.Area => [.. (await db.DivisionRefs.AsNoTracking().Where(d => d.Level == 5).OrderBy(d => d.Code).Select(d => new { d.Code, d.Name }).ToListAsync(ct)).Select(d => (d.Code.Value[..9], d.Name, (string?)null))],
        _ => [.. Enum.GetValues<OrderType>().Select(t => (t.ToString(), Label.Of(t), (string?)null))],
    };

    private static FigureScope Narrow(FigureScope scope, KpiBy by, string key) => by switch
    {
        KpiBy.Unit => scope with { Unit = new UnitId(key) },
        KpiBy.Type => scope with { Type = key },
        _ => scope with { Area = key },
    };

    private static string Dimension(FigureScope s) => (s.Unit?.Value, s.Type, s.Area) switch
    {
        ({ } unit, _, _) => $"&unit={Uri.EscapeDataString(unit)}",
        (_, { } type, _) => $"&type={type}",
        (_, _, { } area) => $"&area={Uri.EscapeDataString(area)}",
        _ => "",
    };

    private static BulletinPeriod Before(BulletinPeriod period) => period.From.AddMonths(-1) is var day ? new(day.Year, day.Month) : period;
}
