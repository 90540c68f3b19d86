using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Journal;

/// <summary>An entry with what changed, personal values hidden unless they were asked for.</summary>
public sealed record JournalLine(JournalEntry Entry, IReadOnlyList<Change> Changes);

/// <summary>The reading door of the journal: one matter's story for its page.</summary>
public sealed class JournalReader(AppDb db, JournalChanges changes, JournalWords words)
{
    /// <summary>The story of a matter, newest first.</summary>
    /// <param name="matter">Whose story.</param>
    /// <param name="shown">Which entries the reader may see: a citizen does not see what is the office's own.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<IReadOnlyList<TimelineEntry>> Of(MatterRef matter, Func<JournalEntry, bool>? shown = null, CancellationToken ct = default) =>
        [.. (await Entries(matter, ct)).Where(shown ?? (_ => true)).Reverse().Select(e => new TimelineEntry(e.At, e.ActorName, words.Of(e.Kind, e.Verb)!) { Why = e.Reason })];

    /// <summary>The entries of a matter in their order, with old and new values.</summary>
    /// <param name="matter">Whose entries.</param>
    /// <param name="unmasked">Shows personal values; the caller has journaled the reason.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<IReadOnlyList<JournalLine>> Lines(MatterRef matter, bool unmasked, CancellationToken ct = default)
    {
        var lines = new List<JournalLine>();
        foreach (var entry in await Entries(matter, ct))
        {
            lines.Add(new(entry, await changes.Read(matter, entry.Changes, unmasked, ct)));
        }
        return lines;
    }

    private Task<List<JournalEntry>> Entries(MatterRef matter, CancellationToken ct) => db.Set<JournalEntry>().AsNoTracking()
        .Where(e => e.Kind == matter.Kind && e.MatterId == matter.Id).OrderBy(e => e.Number).ToListAsync(ct);
}
