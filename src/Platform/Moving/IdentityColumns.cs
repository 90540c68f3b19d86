using Microsoft.EntityFrameworkCore;

namespace Yimen.Platform.Moving;

/// <summary>Rows came with their numbers; PostgreSQL's identity columns must go on after the last of them. SQLite does so by itself.</summary>
internal static class IdentityColumns
{
    public static async Task Continue(DbContext target, CancellationToken ct)
    {
        if (target.Database.IsSqlite())
        {
            return;
        }

        var columns = await target.Database.SqlQuery<IdentityColumn>($"""
            SELECT table_name AS "Table", column_name AS "Column" FROM information_schema.columns WHERE table_schema = current_schema() AND is_identity = 'YES'
            """).ToListAsync(ct);
        foreach (var (table, column) in columns)
        {
            await using var command = TableCopy.Command(target,
                $"SELECT setval(pg_get_serial_sequence('\"{table}\"', '{column}'), (SELECT COALESCE(max(\"{column}\"), 0) + 1 FROM \"{table}\"), false)");
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private sealed record IdentityColumn(string Table, string Column);
}
