using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Limits;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;

namespace Yimen.Hotline.Appraisal;

/// <summary>Counts the lines of a month, with the exclusions of the sheet as they stand in memory; a test holds them equal to the figures.</summary>
internal sealed class AppraisalCounting(AppDb db, FigureBook book)
{
    // 知识库 is counted by its own room: rechecks that fell due, and those kept
    private const string Due = "Q03";
    private const string Kept = "Q04";

    /// <summary>The scope that figures are asked with for a month.</summary>
    public static FigureScope ScopeOf(DateOnly month) => new(month.AddMonths(1).AddDays(-1), month, month.AddMonths(1));

    /// <summary>The rules of the month's last day.</summary>
    public Task<OrderLimits> Limits(DateOnly month, CancellationToken ct) => db.OrderLimitsOn(month.AddMonths(1).AddDays(-1), ct);

    /// <summary>The same with what is not judged by satisfaction on that day.</summary>
    public async Task<AppraisalRules> Rules(DateOnly month, CancellationToken ct) => new(await Limits(month, ct), (await db.OrderCodes(ct)).Unjudged(month.AddMonths(1).AddDays(-1)));

    public async Task<IReadOnlyList<AppraisalLine>> Of(DateOnly month, AppraisalSheet? sheet, OrderLimits limits, CancellationToken ct)
    {
        var (scope, counts) = (ScopeOf(month), new Dictionary<UnitId, List<CriterionCount>>());
        foreach (var c in Criteria.All.Where(c => c != Criterion.Knowledge))
        {
            var facts = await AppraisalFacts.Of(db, c, scope).Select(f => new { f.OrderId, f.Unit, f.Good }).ToListAsync(ct);
            foreach (var unit in facts.Where(f => sheet?.LeavesOut(c, f.OrderId) != true).GroupBy(f => f.Unit!.Value))
            {
                (counts.TryGetValue(unit.Key, out var known) ? known : counts[unit.Key] = []).Add(new(c, unit.Count(f => f.Good), unit.Count()));
            }
        }

        var units = await db.UnitRefs.AsNoTracking().OrderBy(u => u.Kind).ThenBy(u => u.Id).Select(u => new { u.Id, u.ShortName, u.Kind }).ToListAsync(ct);
        var lines = new List<AppraisalLine>();
        foreach (var u in units.Where(u => counts.ContainsKey(u.Id) && GroupOf(u.Kind) is not null))
        {
            var whole = Criteria.All.Select(c => counts[u.Id].Find(x => x.Criterion == c) ?? new(c, 0, 0)).Where(c => c.Criterion != Criterion.Knowledge).Append(await Knowledge(u.Id, scope, ct));
            lines.Add(AppraisalLine.Of((u.Id, u.ShortName, GroupOf(u.Kind)!.Value), AppraisalScore.Marks(whole, limits)));
        }

        return lines;
    }

    /// <summary>机关 and 事业单位 are one group; the centre and villages are not appraised.</summary>
    public static AppraisalGroup? GroupOf(UnitKind kind) => kind switch
    {
        UnitKind.Bureau or UnitKind.Institution => AppraisalGroup.Departments,
        UnitKind.Town => AppraisalGroup.Towns,
        UnitKind.Enterprise => AppraisalGroup.Enterprises,
        _ => null,
    };

    /// <summary>The rows behind one mark, by the figure that answers for it.</summary>
    public IQueryable<FigureRow> Rows(Criterion c, UnitId unit, DateOnly month) =>
        book.Find(c == Criterion.Knowledge ? Due : c.FigureOf())!.Rows!(db, ScopeOf(month) with { Unit = unit });

    /// <summary>Those that earn; for what deducts the same as all.</summary>
    public IQueryable<FigureRow> GoodRows(Criterion c, UnitId unit, DateOnly month) =>
        c.Deducts() ? Rows(c, unit, month) : book.Find(c == Criterion.Knowledge ? Kept : c.FigureOf() + "A")!.Rows!(db, ScopeOf(month) with { Unit = unit });

    private async Task<CriterionCount> Knowledge(UnitId unit, FigureScope scope, CancellationToken ct)
    {
        var own = scope with { Unit = unit };
        return new(Criterion.Knowledge, await book.Find(Kept)!.Rows!(db, own).CountAsync(ct), await book.Find(Due)!.Rows!(db, own).CountAsync(ct));
    }
}
