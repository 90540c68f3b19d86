using Microsoft.Data.Sqlite;
using Yimen.Platform.Counties;

namespace Yimen.Platform.Archives;

/// <summary>A snapshot of each database while the house goes on working: <c>VACUUM INTO</c> on SQLite, <c>pg_dump</c> on PostgreSQL.</summary>
internal sealed class Snapshots(Installation installation)
{
    // whoever holds the cookies' key ring can be anybody: people sign in again after a restore; the clock lays its schedule anew
    private static readonly string[] WithoutData = ["data_protection_key", "qrtz_*"];

    /// <summary>The name of a database's snapshot in the archive; null is the installation's own.</summary>
    public string EntryOf(string? code) => installation.Database == DatabaseKind.Sqlite
        ? code is null ? "house.db" : $"counties/{code}/county.db"
        : $"schemas/{Installation.SchemaOf(code)}.dump";

    public async Task Take(string? code, string file, CancellationToken ct)
    {
        if (installation.Database == DatabaseKind.Postgres)
        {
            await new PostgresTools(installation.ConnectionStringOf(null)).Dump(Installation.SchemaOf(code), file, code is null ? WithoutData : [], ct);
            return;
        }
        await Execute(installation.ConnectionStringOf(code), $"VACUUM INTO '{file.Replace("'", "''")}'", ct);
        if (code is null)
        {
            await Execute($"Data Source={file};Mode=ReadWrite;Pooling=False", "PRAGMA secure_delete=ON; DELETE FROM data_protection_key", ct);
        }
    }

    private static async Task Execute(string connectionString, string sql, CancellationToken ct)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(ct);
    }
}
