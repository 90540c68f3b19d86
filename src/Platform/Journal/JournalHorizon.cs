using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;

namespace Yimen.Platform.Journal;

/// <summary>Up to where the journal can be read without missing anything.</summary>
public static class JournalHorizon
{
    /// <summary>
    /// The last position below which nothing can appear any more; 0 for an empty journal. PostgreSQL gives positions out before they are committed: the lock waits for
    /// those writers, and new ones wait as long. To be asked before a transaction is begun.
    /// </summary>
    public static async Task<long> Settled(AppDb db, CancellationToken ct)
    {
        if (db.Database.IsSqlite())
        {
            return await Last(db, ct);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"LOCK TABLE journal_entry IN SHARE MODE", ct);
        return await Last(db, ct);
    }

    private static async Task<long> Last(AppDb db, CancellationToken ct) => await db.Set<JournalEntry>().MaxAsync(e => (long?)e.Position, ct) ?? 0;
}
