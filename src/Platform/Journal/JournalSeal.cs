using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Crypto;

namespace Yimen.Platform.Journal;

/// <summary>封存 — a day's seal over all matters: a keyed chain over every entry written since the last seal, in the order of writing. Also kept as a file outside the database.</summary>
public sealed class JournalSeal
{
    /// <summary>The China day that it closes.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The last position of the seal before, plus one.</summary>
    public required long First { get; init; }

    /// <summary>The last position covered; before <see cref="First"/> when nothing was written.</summary>
    public required long Last { get; init; }
    public required long Count { get; init; }
    public required string Previous { get; init; }
    public required string Hash { get; init; }
    public required DateTimeOffset At { get; init; }

    public static string FileOf(County county, DateOnly day) => Path.Combine(county.Folder, "seals", $"{day:yyyy-MM-dd}.txt");

    /// <summary>What stands in the file: readable, and equal to the row to the letter.</summary>
    public string Text(string county) => $"""
        Yimen journal seal 1
        county {county}
        day {Day:yyyy-MM-dd}
        entries {Count}
        positions {First}-{Last}
        previous {(Previous.Length == 0 ? "-" : Previous)}
        seal {Hash}
        sealed {ChinaTime.Local(At):yyyy-MM-ddTHH:mm:sszzz}

        """;

    /// <summary>Adds an entry to a seal under way.</summary>
    internal static string Link(CountyKeys keys, string so, long position, string entry) => keys.Chain(so, $"{position}:{entry}");

    /// <summary>Closes a seal: the day and the count are under it as well.</summary>
    internal static string Close(CountyKeys keys, string so, DateOnly day, long count) => keys.Chain(so, $"seal:{day:yyyy-MM-dd}:{count}");

    internal static void Map(ModelBuilder model) => model.Entity<JournalSeal>(e =>
    {
        e.ToTable("journal_seal");
        e.HasKey(s => s.Day);
        e.Property(s => s.Hash).HasMaxLength(64);
        e.Property(s => s.Previous).HasMaxLength(64);
    });
}
