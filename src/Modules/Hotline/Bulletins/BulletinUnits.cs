using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Dispatches;
using Yimen.Hotline.Limits;
using Yimen.Hotline.Visits;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;

namespace Yimen.Hotline.Bulletins;

/// <summary>What each unit did, by the rows of H06–H20 in three grouped queries instead of one a unit and figure; a test holds the two equal.</summary>
internal sealed class BulletinUnits(AppDb db)
{
    private sealed record Done(UnitId? Unit, int All, int Good, int Bad = 0);

    /// <summary>Ranked within their group by 按时办结率, then 满意率, then by how many they closed; equals share a place.</summary>
    public async Task<IReadOnlyList<BulletinUnit>> Of(FigureScope s, OrderLimits limits, CancellationToken ct)
    {
        var (signed, closed, rated) = (await Signed(s, ct), await Closed(s, ct), await Rated(s, limits.Counting(OrderLimitCode.FairCounts) == 1 ? Attitude.Fair : Attitude.Satisfied, ct));
        var units = await db.UnitRefs.AsNoTracking().OrderBy(u => u.Kind).ThenBy(u => u.Id).Select(u => new { u.Id, u.ShortName, u.Kind }).ToListAsync(ct);
        var rows = units.Select(u => (u.Id, u.ShortName, u.Kind, Signed: Find(signed, u.Id), Closed: Find(closed, u.Id), Rated: Find(rated, u.Id))).Where(u => u.Signed.All + u.Closed.All + u.Rated.All > 0).ToList();
        return [.. rows.GroupBy(r => r.Kind).OrderBy(g => g.Key).SelectMany(group =>
        {
            var able = group.Where(r => r.Closed.All >= limits.Counting(OrderLimitCode.BulletinLeast)).ToList();
            return group.OrderBy(r => able.Contains(r) ? 0 : 1).ThenByDescending(r => Share(r.Closed)).ThenByDescending(r => Share(r.Rated)).ThenByDescending(r => r.Closed.All).ThenBy(r => r.Id.Value, StringComparer.Ordinal)
                .Select(r => new BulletinUnit(r.Id.Value, r.ShortName, Label.Of(r.Kind), able.Contains(r) ? 1 + able.Count(o => Better(o.Closed, o.Rated, r.Closed, r.Rated)) : null,
                    r.Signed.All, Percent(r.Signed), r.Closed.All, Percent(r.Closed), r.Rated.All, Percent(r.Rated), r.Rated.Bad));
        })];
    }

    private static bool Better(Done closed, Done rated, Done than, Done thanRated) => Share(closed) > Share(than) || (Share(closed) == Share(than) && Share(rated) > Share(thanRated));

    // nobody was asked: neither praise nor blame
    private static decimal Share(Done d) => d.All == 0 ? 1 : (decimal)d.Good / d.All;

    private static string Percent(Done d) => d.All == 0 ? "不适用" : Math.Round(100m * d.Good / d.All, 2, MidpointRounding.AwayFromZero).ToString("F2");

    private static Done Find(List<Done> rows, UnitId unit) => rows.Find(r => r.Unit == unit) ?? new(unit, 0, 0);

    private Task<List<Done>> Signed(FigureScope s, CancellationToken ct) => db.Set<OrderDispatch>().AsNoTracking().Where(d => d.On >= s.From && d.On < s.To)
        .GroupBy(d => d.Unit).Select(g => new Done(g.Key, g.Count(), g.Count(d => d.SignedAt <= d.SignBy), 0)).ToListAsync(ct);

    private Task<List<Done>> Closed(FigureScope s, CancellationToken ct) => db.Set<OrderClosure>().AsNoTracking().Where(c => c.Unit != null && c.On >= s.From && c.On < s.To && db.Set<WorkOrder>().Any(o => o.Id == c.OrderId && o.MasterId == null))
        .GroupBy(c => c.Unit).Select(g => new Done(g.Key, g.Count(), g.Count(c => c.AnsweredOn <= c.Due), 0)).ToListAsync(ct);

    private Task<List<Done>> Rated(FigureScope s, Attitude least, CancellationToken ct) => db.Set<OrderVisit>().AsNoTracking().Where(v => v.Reached && v.Unit != null && v.On >= s.From && v.On < s.To)
        .GroupBy(v => v.Unit).Select(g => new Done(g.Key, g.Count(), g.Count(v => v.Attitude >= least), g.Count(v => v.Attitude <= Attitude.Dissatisfied))).ToListAsync(ct);
}
