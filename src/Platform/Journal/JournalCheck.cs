using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Platform.Journal;

/// <summary>
/// Examines the whole journal of a county over one snapshot, while work goes on. It cannot see what was cut off together: the last entries of a
/// matter with its own count rewritten by somebody who holds the keys, or entries after the last seal deleted with their whole matter.
/// </summary>
public sealed class JournalCheck(AppDb db, CountyScope scope)
{
    public async Task<JournalReport> Run(CancellationToken ct = default)
    {
        await using var snapshot = await Snapshot(ct);
        var ends = await TrailEnds.Read(db, ct);
        var matters = ends.Count;
        var (entries, findings) = await Chains(ends, ct);
        var (seals, broken) = await new SealCheck(db, scope.County).Run(ct);
        return new(entries, matters, seals, [.. findings.OrderBy(f => f.Position ?? long.MaxValue), .. broken]);
    }

    private async Task<(long Entries, List<JournalFinding> Findings)> Chains(Dictionary<MatterRef, TrailEnd> ends, CancellationToken ct)
    {
        var (check, findings, entries) = (new ChainCheck(scope.County.Keys), new List<JournalFinding>(), 0L);
        await foreach (var rows in ByMatter(ct))
        {
            var matter = new MatterRef(rows[0].Kind, rows[0].MatterId);
            var end = ends.Remove(matter, out var known) ? known : default(TrailEnd?);
            entries += rows.Count;
            if (check.FirstFault(matter, rows, end) is { } fault)
            {
                findings.Add(fault);
            }
        }
        // matters that no entry speaks of, though they say that there were some
        findings.AddRange(ends.Where(e => e.Value.Count > 0).Select(e => check.FirstFault(e.Key, [], e.Value)!));
        return (entries, findings);
    }

    private async IAsyncEnumerable<List<JournalEntry>> ByMatter([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var rows = new List<JournalEntry>();
        await foreach (var row in db.Set<JournalEntry>().AsNoTracking().OrderBy(e => e.Kind).ThenBy(e => e.MatterId).ThenBy(e => e.Number).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (rows.Count > 0 && (rows[0].MatterId != row.MatterId || rows[0].Kind != row.Kind))
            {
                yield return rows;
                rows = [];
            }
            rows.Add(row);
        }
        if (rows.Count > 0)
        {
            yield return rows;
        }
    }

    /// <summary>One state of the database for the whole examination; on SQLite a reader's transaction, which holds no writer up.</summary>
    private async Task<DbTransaction> Snapshot(CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var transaction = db.Database.GetDbConnection() is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await db.Database.GetDbConnection().BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await db.Database.UseTransactionAsync(transaction, ct);
        return transaction;
    }
}
