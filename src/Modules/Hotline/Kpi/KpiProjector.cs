using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;

namespace Yimen.Hotline.Kpi;

/// <summary>
/// Keeps the roll-up up with the journal (ADR 0019): reads which orders were written of since its mark, counts each anew, takes off what it was counted for before, and
/// moves mark and sums in one transaction. Stopped anywhere, it goes on where it was; run twice, it changes nothing.
/// </summary>
internal sealed class KpiProjector(AppDb db, Writer writer)
{
    private const int EntriesAStep = 5000;
    private const int OrdersAStep = 2000;

    /// <summary>Counts until there is nothing left to count.</summary>
    public async Task Run(DateTimeOffset now, CancellationToken ct)
    {
        while (await Step(now, ct))
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Forgets every sum; what follows counts all orders anew.</summary>
    public async Task Restart(DateTimeOffset now, CancellationToken ct)
    {
        var settled = await JournalHorizon.Settled(db, ct);
        await Save(now, async () =>
        {
            await db.Set<KpiCell>().ExecuteDeleteAsync(ct);
            await db.Set<KpiCounted>().ExecuteDeleteAsync(ct);
            var mark = await db.Set<KpiMark>().SingleOrDefaultAsync(ct) ?? db.Add(new KpiMark()).Entity;
            (mark.Position, mark.After) = (settled, "");
            return mark;
        }, ct);
    }

    // false when there was nothing to do
    private async Task<bool> Step(DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Set<KpiMark>().AsNoTracking().SingleOrDefaultAsync(ct) is not { } mark)
        {
            await Restart(now, ct);
            return true;
        }

        return mark.After is null ? await Follow(mark, now, ct) : await Recount(mark.After, now, ct);
    }

    private async Task<bool> Follow(KpiMark mark, DateTimeOffset now, CancellationToken ct)
    {
        var newer = db.Set<JournalEntry>().AsNoTracking().Where(e => e.Position > mark.Position);
        if (!await newer.AnyAsync(ct))
        {
            return false;
        }

        var settled = await JournalHorizon.Settled(db, ct);
        var entries = await newer.Where(e => e.Position <= settled).OrderBy(e => e.Position).Take(EntriesAStep).Select(e => new { e.Position, e.Kind, e.MatterId }).ToListAsync(ct);
        if (entries.Count == 0)
        {
            return false;
        }

        await Save(now, async () =>
        {
            await Count([.. entries.Where(e => e.Kind == WorkOrder.MatterKind).Select(e => e.MatterId).Distinct()], ct);
            return await At(mark.Turn, m => m.Position = entries[^1].Position, ct);
        }, ct);
        return true;
    }

    private async Task<bool> Recount(string after, DateTimeOffset now, CancellationToken ct)
    {
        var next = await db.Orders.AsNoTracking().Where(o => string.Compare(o.Number, after) > 0).OrderBy(o => o.Number).Take(OrdersAStep).Select(o => new { o.Id, o.Number }).ToListAsync(ct);
        await Save(now, async () =>
        {
            await Count([.. next.Select(o => o.Id)], ct);
            return await At(null, m => m.After = next.Count < OrdersAStep ? null : next[^1].Number, ct);
        }, ct);
        return true;
    }

    private async Task<KpiMark> At(int? turn, Action<KpiMark> move, CancellationToken ct)
    {
        var mark = await db.Set<KpiMark>().SingleAsync(ct);
        if (turn is { } seen && mark.Turn != seen)
        {
            throw new DbUpdateConcurrencyException("Another projector has counted meanwhile.");
        }

        move(mark);
        return mark;
    }

    private async Task Count(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var known = await db.Set<KpiCounted>().Where(c => ids.Contains(c.OrderId)).ToDictionaryAsync(c => c.OrderId, ct);
        var sums = new KpiSums();
        foreach (var facts in await db.Facts(ids, ct))
        {
            var tally = OrderTally.Of(facts);
            if (!known.TryGetValue(facts.Id, out var counted))
            {
                db.Add(new KpiCounted { OrderId = facts.Id, Tally = tally.Text });
            }
            else if (counted.Tally == tally.Text)
            {
                continue;
            }
            else
            {
                sums.Add(OrderTally.Parse(counted.Tally), -1);
                counted.Tally = tally.Text;
            }

            sums.Add(tally, 1);
        }

        await sums.Write(db, ct);
    }

    // the sums are written at once, what is tracked with the save: one transaction holds both
    private Task Save(DateTimeOffset now, Func<Task<KpiMark>> change, CancellationToken ct)
    {
        return writer.WriteParts(new Act(Actor.System, now), Parts(), ct);

        async IAsyncEnumerable<int> Parts()
        {
            var mark = await change();
            (mark.At, mark.Turn) = (now, mark.Turn + 1);
            yield return 1;
        }
    }
}
