using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Yimen.Bench;

/// <summary>A county's database for raw ADO.NET: SQLite file or PostgreSQL schema, with the product's own settings.</summary>
internal sealed class Engine : IAsyncDisposable
{
    private readonly string? file;
    private readonly NpgsqlDataSource? source;

    private Engine(string? file, NpgsqlDataSource? source) => (this.file, this.source) = (file, source);

    public bool IsSqlite => file is not null;

    public static Engine Sqlite(string file) => new(file, null);

    public static Engine Postgres(string connection) => new(null, NpgsqlDataSource.Create(connection));

    /// <summary><c>sqlite:FILE</c> or <c>postgres:CONNECTION</c>, as the twin's process gets it.</summary>
    public static Engine Parse(string text) => text.StartsWith("sqlite:", StringComparison.Ordinal) ? Sqlite(text[7..]) : Postgres(text[9..]);

    public async Task<DbConnection> Open()
    {
        if (source is not null)
        {
            return await source.OpenConnectionAsync();
        }

        var connection = new SqliteConnection($"Data Source={file};Mode=ReadWrite;Foreign Keys=True;Default Timeout=30");
        await connection.OpenAsync();
        await using var room = connection.CreateCommand();
        room.CommandText = "PRAGMA cache_size=-8000";
        await room.ExecuteNonQueryAsync();
        return connection;
    }

    public async Task<List<Dictionary<string, object?>>> Query(string sql, params object?[] values)
    {
        await using var connection = await Open();
        await using var command = Command(connection, sql, values);
        return await Read(command);
    }

    /// <summary>Answers from several statements on one connection.</summary>
    public async Task<object> Read(Func<Func<string, object?[], Task<List<Dictionary<string, object?>>>>, Task<object>> answer)
    {
        await using var connection = await Open();
        return await answer(async (sql, values) =>
        {
            await using var command = Command(connection, sql, values);
            return await Read(command);
        });
    }

    public object Key(Guid id) => Key(id, IsSqlite);

    /// <summary>A Guid as the column holds it.</summary>
    public static object Key(Guid id, bool sqlite) => sqlite ? id.ToString().ToUpperInvariant() : id;

    public async Task Execute(string sql, params object?[] values)
    {
        await using var connection = await Open();
        await using var command = Command(connection, sql, values);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A command whose parameters are @p0, @p1 …</summary>
    public static DbCommand Command(DbConnection connection, string sql, IReadOnlyList<object?> values, DbTransaction? transaction = null)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        for (var i = 0; i < values.Count; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{i}", values[i] ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public static async Task<List<Dictionary<string, object?>>> Read(DbCommand command)
    {
        var rows = new List<Dictionary<string, object?>>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var row = new Dictionary<string, object?>(reader.FieldCount);
            for (var i = 0; i < reader.FieldCount; i++)
            {
                row[reader.GetName(i)] = await reader.IsDBNullAsync(i) ? null : reader.GetValue(i);
            }

            rows.Add(row);
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        if (source is not null)
        {
            await source.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
    }
}
