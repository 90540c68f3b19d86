using System.Data.Common;
using Npgsql;

namespace Yimen.Platform.Moving;

/// <summary>Takes the rows of one table in, as fast as its database can.</summary>
internal interface IRowSink : IAsyncDisposable
{
    Task Write(IReadOnlyList<DbParameter> row, CancellationToken ct);

    /// <summary>Without it nothing of the table is kept.</summary>
    Task Complete(CancellationToken ct);
}

/// <summary>PostgreSQL: binary COPY.</summary>
internal sealed class CopySink(NpgsqlBinaryImporter import) : IRowSink
{
    public async Task Write(IReadOnlyList<DbParameter> row, CancellationToken ct)
    {
        await import.StartRowAsync(ct);
        foreach (var value in row.Cast<NpgsqlParameter>())
        {
            if (value.Value is null or DBNull)
            {
                await import.WriteNullAsync(ct);
            }
            else
            {
                await import.WriteAsync(value.Value, value.NpgsqlDbType, ct);
            }
        }
    }

    public async Task Complete(CancellationToken ct) => await import.CompleteAsync(ct);

    public ValueTask DisposeAsync() => import.DisposeAsync();
}

/// <summary>SQLite: one prepared insert, over and over, in the caller's transaction.</summary>
internal sealed class InsertSink(DbCommand insert) : IRowSink
{
    public async Task Write(IReadOnlyList<DbParameter> row, CancellationToken ct)
    {
        if (insert.Parameters.Count == 0)
        {
            insert.Parameters.AddRange(row.ToArray());
            await insert.PrepareAsync(ct);
        }
        else
        {
            for (var i = 0; i < row.Count; i++)
            {
                insert.Parameters[i].Value = row[i].Value;
            }
        }

        await insert.ExecuteNonQueryAsync(ct);
    }

    public Task Complete(CancellationToken ct) => Task.CompletedTask;

    public ValueTask DisposeAsync() => insert.DisposeAsync();
}
