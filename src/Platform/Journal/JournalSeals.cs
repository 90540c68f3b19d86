using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Files;

namespace Yimen.Platform.Journal;

/// <summary>Seals days. The file is written before the row is committed, so a crash between them is mended by sealing again.</summary>
public sealed class JournalSeals(AppDb db, CountyScope scope, Writer writer)
{
    /// <summary>Seals everything written up to now under <paramref name="day"/>. Null when that day or a later one is sealed already.</summary>
    public async Task<JournalSeal?> Seal(DateOnly day, DateTimeOffset now, CancellationToken ct = default)
    {
        var settled = await JournalHorizon.Settled(db, ct);
        return await writer.Write(new Act(Actor.System, now), null, async () =>
        {
            var before = await db.Set<JournalSeal>().AsNoTracking().OrderByDescending(s => s.Day).FirstOrDefaultAsync(ct);
            if (before?.Day >= day)
            {
                return null;
            }
            var seal = await Make(before, day, settled, now, ct);
            await WholeFile.Write(JournalSeal.FileOf(scope.County, day), seal.Text(scope.County.Code), ct);
            db.Add(seal);
            return seal;
        }, ct);
    }

    /// <summary>Seals the China day before <paramref name="now"/>, once it is ten minutes over: what was begun before midnight is written by then.</summary>
    public async Task SealYesterday(DateTimeOffset now, CancellationToken ct = default)
    {
        var yesterday = ChinaTime.DateOf(now.AddMinutes(-10)).AddDays(-1);
        if (!await db.Set<JournalSeal>().AnyAsync(s => s.Day >= yesterday, ct))
        {
            await Seal(yesterday, now, ct);
        }
    }

    private async Task<JournalSeal> Make(JournalSeal? before, DateOnly day, long settled, DateTimeOffset now, CancellationToken ct)
    {
        var (first, count, keys) = ((before?.Last ?? 0) + 1, 0L, scope.County.Keys);
        var so = before?.Hash ?? "";
        await foreach (var entry in Between(db, first, settled).WithCancellation(ct))
        {
            so = JournalSeal.Link(keys, so, entry.Position, entry.Hash);
            count++;
        }
        var last = Math.Max(settled, first - 1);
        return new JournalSeal { Day = day, First = first, Last = last, Count = count, Previous = before?.Hash ?? "", Hash = JournalSeal.Close(keys, so, day, count), At = now };
    }

    internal static IAsyncEnumerable<(long Position, string Hash)> Between(AppDb db, long first, long last) => db.Set<JournalEntry>().AsNoTracking()
        .Where(e => e.Position >= first && e.Position <= last).OrderBy(e => e.Position)
        .Select(e => new ValueTuple<long, string>(e.Position, e.Hash)).AsAsyncEnumerable();
}
