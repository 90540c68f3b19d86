using Yimen.Kernel;
using Yimen.Platform.Crypto;

namespace Yimen.Platform.Journal;

/// <summary>Examines the entries of one matter against their chain and against what the matter itself says: how many there are, and the last one's hash.</summary>
internal sealed class ChainCheck(CountyKeys keys)
{
    /// <summary>The first fault, or null. One fault breaks what follows it, so the rest of the matter is not examined.</summary>
    /// <param name="matter">Whose entries.</param>
    /// <param name="rows">In the order of their numbers.</param>
    /// <param name="end">What the aggregate stores; null when there is no aggregate any more.</param>
    public JournalFinding? FirstFault(MatterRef matter, IReadOnlyList<JournalEntry> rows, TrailEnd? end)
    {
        var previous = "";
        for (var i = 0; i < rows.Count; i++)
        {
            if (FaultAt(rows, i, previous, end) is { } fault)
            {
                var at = fault == JournalFault.Removed && i > 0 ? rows[i - 1] : rows[i];
                return Finding(matter, fault, i + 1, at.Position);
            }
            previous = rows[i].Hash;
        }
        return EndFault(matter, rows, end);
    }

    private JournalFault? FaultAt(IReadOnlyList<JournalEntry> rows, int i, string previous, TrailEnd? end)
    {
        var (row, next) = (rows[i], i + 1 < rows.Count ? rows[i + 1] : null);
        if (row.Number == i + 1 && row.Previous == previous && keys.Chain(previous, row.Canonical()) == row.Hash)
        {
            return row.Number > end?.Count ? JournalFault.Inserted : null;
        }
        return row.Number > end?.Count ? JournalFault.Inserted
            : row.Number != i + 1 ? JournalFault.Removed
            : row.Previous == previous ? (next?.Previous == previous ? JournalFault.Inserted : JournalFault.Altered)
            : keys.Chain(previous, row.Canonical()) == row.Hash ? JournalFault.Altered // only the link itself was touched
            : next is not null && next.Hash == row.Previous ? JournalFault.Swapped
            : next?.Previous == previous ? JournalFault.Inserted
            : JournalFault.Removed;
    }

    private static JournalFinding? EndFault(MatterRef matter, IReadOnlyList<JournalEntry> rows, TrailEnd? end)
    {
        var last = rows.Count == 0 ? null : rows[^1];
        if (end is null)
        {
            return new(JournalFault.Removed, $"{matter} 有 {rows.Count} 条日志，但事项本身已不存在。") { Matter = matter, Position = rows[0].Position };
        }
        if (end.Value.Count > rows.Count)
        {
            return Finding(matter, JournalFault.Removed, rows.Count + 1, last?.Position) with
            {
                Message = $"{matter} 应有 {end.Value.Count} 条日志，现有 {rows.Count} 条：第 {rows.Count + 1} 条起被删除。",
            };
        }
        return end.Value.Head == (last?.Hash ?? "") ? null
            : new(JournalFault.Altered, $"{matter} 自身记录的最后一条日志与日志不符：事项的记录被改动。") { Matter = matter, Number = rows.Count, Position = last?.Position };
    }

    private static JournalFinding Finding(MatterRef matter, JournalFault fault, int number, long? position) =>
        new(fault, $"{matter} 第 {number} 条日志{(fault == JournalFault.Removed ? "" : $"（位置 {position}）")}{Label.Of(fault)}。") { Matter = matter, Number = number, Position = position };
}

/// <summary>What a matter stores about its own journal.</summary>
internal readonly record struct TrailEnd(int Count, string Head);
