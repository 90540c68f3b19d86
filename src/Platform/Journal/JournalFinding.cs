using Yimen.Kernel;

namespace Yimen.Platform.Journal;

public enum JournalFault
{
    [Label("被改动")] Altered,
    [Label("被删除")] Removed,
    [Label("被插入")] Inserted,
    [Label("被调换")] Swapped,
    [Label("封存不符")] Seal,
}

/// <summary>What an examination found.</summary>
/// <param name="Fault">What was done behind the program's back.</param>
/// <param name="Message">One sentence that names the row.</param>
public sealed record JournalFinding(JournalFault Fault, string Message)
{
    public MatterRef? Matter { get; init; }

    /// <summary>The entry's number within its matter; of removed entries the first that is missing.</summary>
    public int? Number { get; init; }

    /// <summary>Where it stands in the county's journal; of removed entries, the last position known before them.</summary>
    public long? Position { get; init; }
    public DateOnly? Day { get; init; }
}

/// <summary>The result: how much was examined and what was found, the first first.</summary>
public sealed record JournalReport(long Entries, int Matters, int Seals, IReadOnlyList<JournalFinding> Findings);
