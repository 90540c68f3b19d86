using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Limits;
using Yimen.Hotline.Visits;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Hotline.Rechecks;

/// <summary>列入复核 — after a month each order that got a dissatisfied verdict in it, once. Run often; a second run finds nothing new, and a verdict that came in late is found by a later one.</summary>
internal sealed class RecheckAsking(AppDb db, Writer writer, Calendars calendars, CountyScope scope, IdSource ids)
{
    /// <summary>The month before the day's.</summary>
    public async Task Run(DateTimeOffset now, CancellationToken ct)
    {
        var act = new Act(Actor.System, now);
        var month = new DateOnly(act.Today.Year, act.Today.Month, 1).AddMonths(-1);
        if ((await Missing(month, ct)).Count > 0)
        {
            await writer.Write(act, async () => await Ask(month, act, ct), ct);
        }
    }

    /// <summary>Inside a write of the caller's.</summary>
    /// <returns>Those that were asked now.</returns>
    public async Task<IReadOnlyList<OrderRecheck>> Ask(DateOnly month, Act act, CancellationToken ct)
    {
        var (clock, limits) = (await calendars.Of(scope.County, db, ct), await db.OrderLimitsOn(act.Today, ct));
        var by = clock.Due(act.Today, limits.Days(OrderLimitCode.RecheckExplain))!.Value;
        var asked = (await Missing(month, ct)).Select(d => OrderRecheck.Ask(ids.NewId(act.Now), d, by, act)).ToList();
        db.AddRange(asked);
        return asked;
    }

    private async Task<IReadOnlyList<RecheckDraft>> Missing(DateOnly month, CancellationToken ct)
    {
        var end = month.AddMonths(1);
        var found = await (from v in db.Set<OrderVisit>().AsNoTracking().Where(v => v.Reached && v.Unit != null && v.Attitude <= Attitude.Dissatisfied && v.On >= month && v.On < end)
                           join o in db.Orders on v.OrderId equals o.Id
                           where !db.Set<OrderRecheck>().Any(r => r.OrderId == o.Id && r.Month == month)
                           orderby v.On, v.Id
                           select new { o.Id, o.Number, o.Secret, o.Title, v.Unit, v.Attitude, v.Result, v.On }).ToListAsync(ct);
        // several verdicts of one order in a month: the last one is what is explained
        return [.. found.GroupBy(f => f.Id).Select(g => g.Last()).Select(f => new RecheckDraft(f.Id, f.Number, f.Secret ? "（保密工单）" : f.Title, month, f.Unit!.Value, $"态度{Label.Of(f.Attitude!)}，结果{Label.Of(f.Result!)}", f.On))];
    }
}
