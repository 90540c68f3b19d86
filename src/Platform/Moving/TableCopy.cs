using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Yimen.Platform.Moving;

/// <summary>Copies one table of the model, row by row, never whole in memory. Both contexts have a transaction open.</summary>
internal sealed class TableCopy(DbContext source, DbContext target)
{
    /// <returns>The number of rows copied.</returns>
    public async Task<long> Run(ITable table, CancellationToken ct)
    {
        var columns = Columns(table);
        var list = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
        await using var select = Command(source, $"SELECT {list} FROM \"{table.Name}\"");
        await using var rows = await select.ExecuteReaderAsync(ct);
        await using var packing = Command(target, "");
        await using var sink = await Sink(table, columns, list, ct);
        var copied = 0L;
        while (await rows.ReadAsync(ct))
        {
            await sink.Write([.. columns.Select((c, i) => c.Pack(packing, $"@p{i}", c.Read(rows, i)))], ct);
            copied++;
        }

        await sink.Complete(ct);
        return copied;
    }

    /// <summary>Every table counted again where it stands now.</summary>
    public static async Task<long> Count(DbContext db, ITable table, CancellationToken ct)
    {
        await using var command = Command(db, $"SELECT count(*) FROM \"{table.Name}\"");
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct));
    }

    private MovedColumn[] Columns(ITable table)
    {
        var there = target.Model.GetRelationalModel().Tables.Single(t => t.Name == table.Name);
        return [.. table.Columns.Select(c => new MovedColumn(c, there.FindColumn(c.Name)!))];
    }

    private async Task<IRowSink> Sink(ITable table, MovedColumn[] columns, string list, CancellationToken ct) =>
        target.Database.GetDbConnection() is NpgsqlConnection postgres
            ? new CopySink(await postgres.BeginBinaryImportAsync($"COPY \"{table.Name}\" ({list}) FROM STDIN (FORMAT BINARY)", ct))
            : new InsertSink(Command(target, $"INSERT INTO \"{table.Name}\" ({list}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})"));

    internal static DbCommand Command(DbContext db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0; // as long as it takes
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }
}
