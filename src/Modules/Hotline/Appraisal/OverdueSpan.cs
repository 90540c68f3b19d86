using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Limits;
using Yimen.Kernel;
using Yimen.Platform.Data;

namespace Yimen.Hotline.Appraisal;

/// <summary>月末逾期 — a dated fact: at a month's end an order's day had passed and its unit had not answered. One row for one handling of an order, so that a span over several months counts once (domain E5: one point for each).</summary>
internal sealed class OverdueSpan
{
    public required Guid OrderId { get; init; }

    /// <summary>Which handling: 0 for the first, then the number of the re-handling.</summary>
    public required int Round { get; init; }

    /// <summary>The unit that had it on that day.</summary>
    public required UnitId? Unit { get; init; }

    /// <summary>The day that had passed.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>The month's last day: the month in which it counts.</summary>
    public required DateOnly On { get; init; }

    internal static void Map(ModelBuilder model) => model.Entity<OverdueSpan>(e =>
    {
        e.ToTable("hotline_overdue_span");
        e.HasKey(s => new { s.OrderId, s.Round });
        e.HasIndex(s => new { s.On, s.Unit });
    });
}

/// <summary>Notes after a month what was overdue at its end, where the rule of that day says that it counts. A second run finds nothing new; a run that comes days late reads the same out of the orders' dated rows.</summary>
internal sealed class OverdueNoting(AppDb db, Writer writer)
{
    private const int AtOnce = 50;
    private const int Counts = 1;

    /// <summary>The month before the day's.</summary>
    public Task Run(DateTimeOffset now, CancellationToken ct)
    {
        var act = new Act(Actor.System, now);
        return Keep(new DateOnly(act.Today.Year, act.Today.Month, 1).AddMonths(-1), act, ct);
    }

    /// <param name="month">Its first day; it must be over.</param>
    public async Task Keep(DateOnly month, Act act, CancellationToken ct)
    {
        var end = month.AddMonths(1).AddDays(-1);
        if (end >= act.Today || (await db.OrderLimitsOn(end, ct)).Counting(OrderLimitCode.AppraisalOpenOverdue) != Counts)
        {
            return;
        }

        foreach (var some in (await Open(end).OrderBy(o => o.Number).Select(o => o.Id).ToListAsync(ct)).Chunk(AtOnce))
        {
            await writer.Write(act, async () =>
            {
                var noted = (await db.Set<OverdueSpan>().Where(s => some.Contains(s.OrderId)).Select(s => new { s.OrderId, s.Round }).ToListAsync(ct)).ToHashSet();
                foreach (var order in await db.Orders.Where(o => some.Contains(o.Id)).Whole.ToListAsync(ct))
                {
                    var round = order.Rehandled.Count(r => r.On <= end);
                    if (!noted.Contains(new { OrderId = order.Id, Round = round }) && order.NoteOverdue(end, act) is { } late)
                    {
                        db.Add(late);
                    }
                }
            }, ct);
            db.ChangeTracker.Clear();
        }
    }

    // those that may have been late then; the order itself knows. What was noted in an earlier month and not handled again since is left out
    private IQueryable<WorkOrder> Open(DateOnly end) => db.Orders.AsNoTracking().Where(o => o.MasterId == null && o.ReceivedOn <= end
        && ((o.Due < end && (o.ClosedOn == null || o.ClosedOn > end)) || o.Closures.Any(c => c.On > end && c.Due < end))
        && !db.Set<OverdueSpan>().Any(s => s.OrderId == o.Id && s.Round == o.Rehandlings));
}
