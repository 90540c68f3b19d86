using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Yimen.Platform.Data;

/// <summary>A number wanted from a series, e.g. the day's case numbers of a unit. Gap-free within the series.</summary>
public sealed record NumberWanted(string Series, DateOnly Day);

/// <summary>An aggregate that is given a number people quote, immediately before it is saved (ruling 10).</summary>
public interface INumbered
{
    NumberWanted? NumberWanted { get; }

    void Take(long number);
}

/// <summary>The counter row of one series and China day.</summary>
public sealed class NumberCounter
{
    public required string Series { get; init; }

    public required DateOnly Day { get; init; }

    public long Last { get; set; }
}

internal static class NumberSeries
{
    internal static void Map(ModelBuilder model) => model.Entity<NumberCounter>(e =>
    {
        e.ToTable("number_counter");
        e.HasKey(c => new { c.Series, c.Day });
    });

    private const string Taking = """
        INSERT INTO number_counter (series, day, last) VALUES (@series, @day, 1)
        ON CONFLICT (series, day) DO UPDATE SET last = number_counter.last + 1
        RETURNING last
        """;

    /// <summary>Takes the next number inside the caller's transaction; a rollback gives it back.</summary>
    internal static async Task<long> Next(this AppDb db, NumberWanted wanted, CancellationToken ct)
    {
        // by hand: composed as a query it costs five times as much, and all others wait meanwhile
        await using var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.Transaction) = (Taking, db.Database.CurrentTransaction!.GetDbTransaction());
        Give(command, "series", wanted.Series);
        Give(command, "day", wanted.Day);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private static void Give(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
