using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Appraisal;
using Yimen.Hotline.Limits;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Hotline.Secondments;

/// <summary>列入选派 — after a month each unit of whose consultations too few were answered at once, or which had very many. Run often; a second run finds nothing new, and who is called already, or serves, is not called again.</summary>
internal sealed class SecondmentCalls(AppDb db, Writer writer, Calendars calendars, CountyScope scope, IdSource ids)
{
    /// <summary>The month before the day's.</summary>
    public async Task Run(DateTimeOffset now, CancellationToken ct)
    {
        var act = new Act(Actor.System, now);
        var month = new DateOnly(act.Today.Year, act.Today.Month, 1).AddMonths(-1);
        if ((await Wanted(month, ct)).Count > 0)
        {
            await writer.Write(act, async () => await Call(month, act, ct), ct);
        }
    }

    /// <summary>Inside a write of the caller's.</summary>
    public async Task<IReadOnlyList<Secondment>> Call(DateOnly month, Act act, CancellationToken ct)
    {
        var (clock, limits) = (await calendars.Of(scope.County, db, ct), await db.OrderLimitsOn(act.Today, ct));
        var by = clock.Due(act.Today, limits.Days(OrderLimitCode.SecondmentName))!.Value;
        var called = (await Wanted(month, ct)).Select(d => Secondment.Call(ids.NewId(act.Now), d, by, act)).ToList();
        db.AddRange(called);
        return called;
    }

    /// <summary>By the office's own word, for what no share tells: hard matters, a hot issue. Inside a write of the caller's.</summary>
    /// <exception cref="RuleViolation"><c>called-already</c>.</exception>
    public async Task<Secondment> Call(UnitId unit, string why, Act act, CancellationToken ct)
    {
        var month = new DateOnly(act.Today.Year, act.Today.Month, 1);
        if (await db.Set<Secondment>().AnyAsync(s => s.Unit == unit && (s.Month == month || s.State == SecondmentState.Wanted || s.State == SecondmentState.Serving), ct))
        {
            throw new RuleViolation("called-already", "这个单位本月已经列入选派，或者正在选派。");
        }

        var facts = await AppraisalFacts.Of(db, Criterion.Direct, AppraisalCounting.ScopeOf(month) with { Unit = unit }).Select(f => f.Good).ToListAsync(ct);
        var (clock, limits) = (await calendars.Of(scope.County, db, ct), await db.OrderLimitsOn(act.Today, ct));
        return db.Add(Secondment.Call(ids.NewId(act.Now), new(unit, month, facts.Count, facts.Count(good => good), why), clock.Due(act.Today, limits.Days(OrderLimitCode.SecondmentName))!.Value, act)).Entity;
    }

    /// <summary>Whether a unit is called, and why; null where it is not. Pure.</summary>
    public static SecondmentDraft? Judge(UnitId unit, DateOnly month, int consultations, int direct, OrderLimits limits)
    {
        var (share, volume) = (limits[OrderLimitCode.DirectShare], limits[OrderLimitCode.SecondmentVolume]);
        return consultations > volume ? new(unit, month, consultations, direct, $"咨询 {consultations} 件，超过 {volume} 件")
            : consultations >= limits[OrderLimitCode.SecondmentLeast] && direct * 100 < share * consultations ? new(unit, month, consultations, direct, $"咨询 {consultations} 件、直接解答 {direct} 件，低于 {share}%")
            : null;
    }

    private async Task<IReadOnlyList<SecondmentDraft>> Wanted(DateOnly month, CancellationToken ct)
    {
        var limits = await db.OrderLimitsOn(month.AddMonths(1).AddDays(-1), ct);
        var facts = await AppraisalFacts.Of(db, Criterion.Direct, AppraisalCounting.ScopeOf(month)).Select(f => new { f.Unit, f.Good }).ToListAsync(ct);
        var called = await db.Set<Secondment>().AsNoTracking().Where(s => s.Month == month || s.State == SecondmentState.Wanted || s.State == SecondmentState.Serving).Select(s => s.Unit).ToListAsync(ct);
        var closed = await db.UnitRefs.AsNoTracking().Where(u => u.Closed || u.Kind == UnitKind.Centre || u.Kind == UnitKind.Village).Select(u => u.Id).ToListAsync(ct);
        return [.. facts.GroupBy(f => f.Unit!.Value).Where(g => !called.Contains(g.Key) && !closed.Contains(g.Key)).OrderBy(g => g.Key.Value, StringComparer.Ordinal)
            .Select(g => Judge(g.Key, month, g.Count(), g.Count(f => f.Good), limits)).OfType<SecondmentDraft>()];
    }
}
