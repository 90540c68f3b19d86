using Microsoft.EntityFrameworkCore;

namespace Yimen.Platform.Data;

/// <summary>
/// Tells SQLite's planner how full tables and indexes are. Without it every index counts as choosy, and a count over 100,000 cases went through the one that holds
/// them all. PostgreSQL does it by itself. Looked at often: it reads little, and nothing where no table has grown much since.
/// </summary>
public sealed class Statistics(AppDb db)
{
    // 0x2 analyse what needs it, 0x10000 look at every table and not only at those this connection has read (https://www.sqlite.org/pragma.html#pragma_optimize)
    public Task Renew(CancellationToken ct) => db.Database.IsSqlite() ? db.Database.ExecuteSqlRawAsync("PRAGMA optimize=0x10002", ct) : Task.CompletedTask;
}
