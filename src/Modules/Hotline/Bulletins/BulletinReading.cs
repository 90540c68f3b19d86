using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Limits;
using Yimen.Hotline.Visits;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Bulletins;

/// <summary>Counts a bulletin: figures by the book that answers for them, parts by the same dated rows.</summary>
internal sealed class BulletinReading(AppDb db, FigureBook book)
{
    private const int TopClasses = 10;
    private const int Complaints = 50;
    private const string NotApplicable = "不适用";

    /// <summary>As addresses of rows name orders that nobody classed.</summary>
    public const string NoClass = "none";

    /// <summary>As addresses of rows name the same days a year before.</summary>
    public const string YearEarlier = "year-before";

    // demand, handling, answering at once, time, satisfaction: the order in which a bulletin speaks of them
    public static readonly IReadOnlyList<string> Told = ["H01", "H02", "H03", "H05", "H06", "H08", "H09", "H11", "H13", "H16", "H19", "H20", "H23", "H25", "H27", "H33"];

    public async Task<BulletinView> Of(BulletinPeriod period, DateOnly today, CancellationToken ct)
    {
        var scope = period.Scope(today);
        var limits = await db.OrderLimitsOn(scope.AsOf, ct);
        var (lines, received) = (await Lines(period, today, ct), Received(scope));
        var (total, before) = (await received.LongCountAsync(ct), await Received(period.YearBefore(today)).LongCountAsync(ct));
        var months = await Months(period, today, ct);
        var last = period.End <= today ? period.From : period.From.AddMonths(-1);
        return new(period.Key, period.Name, $"{Dates.Day(scope.From)}至{Dates.Day(scope.Through)}", period.End <= today, QueryOf(scope), limits.Counting(OrderLimitCode.BulletinLeast))
        {
            Lines = lines, Classes = await Classes(period, today, total, ct), Towns = await Towns(period, today, total, ct),
            Units = await new BulletinUnits(db).Of(scope, limits, ct), Complaints = await Displeased(scope).Take(Complaints).ToListAsync(ct), AllComplaints = await Displeased(scope).LongCountAsync(ct),
            Months = [.. months.Where(m => m.Key > period.End.AddMonths(-13) && m.Key < period.End).OrderBy(m => m.Key).Select(m => new BulletinMonth(m.Key, m.Value))],
            Forecast = period.Month is null ? Forecast.NextYear(period.Year, total, before, period.End <= today) : Forecast.NextMonth(months, last),
        };
    }

    /// <summary>Orders received in a scope: what all parts are parts of.</summary>
    public IQueryable<WorkOrder> Received(FigureScope s) => db.Orders.AsNoTracking().Where(o => o.ReceivedOn >= s.From && o.ReceivedOn < s.To);

    public async Task<string> TownName(string town, CancellationToken ct)
    {
        var code = new AreaCode(town + "000");
        return await db.DivisionRefs.AsNoTracking().Where(d => d.Code == code).Select(d => d.Name).FirstOrDefaultAsync(ct) ?? "未指明镇街";
    }

    /// <summary>The scope as figures' addresses take it.</summary>
    public static string QueryOf(FigureScope s) => $"?asOf={s.AsOf:yyyy-MM-dd}&from={s.From:yyyy-MM-dd}&to={s.Through:yyyy-MM-dd}";

    /// <summary>同比, 环比: a count changes by percent, a ratio by points; against zero there is no change to tell.</summary>
    public static string Change(decimal? now, decimal? before, bool ratio) => now is not { } a || before is not { } b || (!ratio && b == 0) ? NotApplicable
        : ratio ? $"{Math.Round(a - b, 2, MidpointRounding.AwayFromZero):+0.##;-0.##;0} 个百分点"
        : $"{Math.Round(100 * (a - b) / b, 1, MidpointRounding.AwayFromZero):+0.#;-0.#;0}%";

    private async Task<IReadOnlyList<BulletinLine>> Lines(BulletinPeriod period, DateOnly today, CancellationToken ct)
    {
        var figures = Told.Select(id => book.Find(id)!).ToList();
        var (scope, yearBefore) = (period.Scope(today), period.YearBefore(today));
        var (now, year) = (await book.Compute(db, figures, scope, ct), await book.Compute(db, figures, yearBefore, ct));
        var month = period.MonthBefore(today) is { } before ? await book.Compute(db, figures, before, ct) : null;
        return [.. now.Select((v, n) => new BulletinLine(v.Figure.Id, v.Figure.Name, v.Value is null ? "" : v.Figure.Unit, v.Text, year[n].Text, Change(v.Value, year[n].Value, v.Figure.Ratio is not null),
            month is null ? null : Change(v.Value, month[n].Value, v.Figure.Ratio is not null), $"/desk/figures/{v.Figure.Id}{QueryOf(scope)}", $"/desk/figures/{v.Figure.Id}{QueryOf(yearBefore)}"))];
    }

    private async Task<IReadOnlyList<BulletinPart>> Classes(BulletinPeriod period, DateOnly today, long total, CancellationToken ct)
    {
        var now = await ByClass(Received(period.Scope(today)), ct);
        var (before, codes) = (await ByClass(Received(period.YearBefore(today)), ct), await db.OrderCodes(ct));
        return [.. now.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(TopClasses)
            .Select(c => Part(c.Key, c.Key.Length == 0 ? "尚未分类" : codes.ClassName(c.Key, period.Scope(today).Through), (c.Value, before.GetValueOrDefault(c.Key), total), $"/desk/bulletins/{period.Key}/rows?class={(c.Key.Length == 0 ? NoClass : c.Key)}"))];
    }

    private async Task<IReadOnlyList<BulletinPart>> Towns(BulletinPeriod period, DateOnly today, long total, CancellationToken ct)
    {
        var (now, before) = (await ByTown(Received(period.Scope(today)), ct), await ByTown(Received(period.YearBefore(today)), ct));
        var towns = await db.DivisionRefs.AsNoTracking().Where(d => d.Level == 5).OrderBy(d => d.Code).Select(d => new { d.Code, d.Name }).ToListAsync(ct);
        var known = towns.Select(t => (Code: t.Code.Value[..9], t.Name)).ToList();
        // what names no town of ours stands last: the county as a whole, or a town that is no more
        var others = now.Keys.Where(k => known.All(t => t.Code != k)).Order(StringComparer.Ordinal).Select(k => (Code: k, Name: k.EndsWith("000", StringComparison.Ordinal) ? "未指明镇街" : k));
        return [.. known.Concat(others).Select(t => Part(t.Code, t.Name, (now.GetValueOrDefault(t.Code), before.GetValueOrDefault(t.Code), total), $"/desk/bulletins/{period.Key}/rows?town={t.Code}"))];
    }

    private static BulletinPart Part(string code, string name, (long Now, long Before, long All) counts, string href) =>
        new(code, name, counts.Now, counts.Before, Change(counts.Now, counts.Before, false), counts.All == 0 ? NotApplicable : $"{Math.Round(100m * counts.Now / counts.All, 1, MidpointRounding.AwayFromZero):0.#}%", href, $"{href}&when={YearEarlier}");

    private static Task<Dictionary<string, long>> ByClass(IQueryable<WorkOrder> orders, CancellationToken ct) =>
        orders.GroupBy(o => o.ContentClass).Select(g => new { g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    private static Task<Dictionary<string, long>> ByTown(IQueryable<WorkOrder> orders, CancellationToken ct) =>
        orders.GroupBy(o => o.Town).Select(g => new { g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    // two years back, so that a forecast finds last year's months
    private async Task<Dictionary<DateOnly, long>> Months(BulletinPeriod period, DateOnly today, CancellationToken ct)
    {
        var (from, to) = (period.From.AddMonths(-27), period.Scope(today).To);
        var days = await db.Orders.AsNoTracking().Where(o => o.ReceivedOn >= from && o.ReceivedOn < to).GroupBy(o => o.ReceivedOn).Select(g => new { g.Key, Count = g.LongCount() }).ToListAsync(ct);
        return days.GroupBy(d => new DateOnly(d.Key.Year, d.Key.Month, 1)).ToDictionary(g => g.Key, g => g.Sum(d => d.Count));
    }

    private IQueryable<BulletinComplaint> Displeased(FigureScope s) =>
        from v in db.Set<OrderVisit>().AsNoTracking().Where(v => v.Reached && v.Attitude <= Attitude.Dissatisfied && v.On >= s.From && v.On < s.To)
        join o in db.Orders on v.OrderId equals o.Id
        join u in db.UnitRefs on v.Unit equals (UnitId?)u.Id into units
        from u in units.DefaultIfEmpty()
        orderby v.On descending, v.Id descending
        select new BulletinComplaint(o.Number, o.Secret ? "（保密工单）" : o.Title, (string?)u.ShortName ?? "热线办", v.Attitude == Attitude.VeryDissatisfied ? "非常不满意" : "不满意", v.On, "/desk/orders/" + o.Id);
}
