using Yimen.Kernel;

namespace Yimen.Platform.Journal;

/// <summary>One changed value. Personal values enter the journal only as ciphertext under the matter's own key (ruling 19).</summary>
public sealed record Change(string Field, string? Old, string? New, bool Personal = false);

/// <summary>What a verb leaves behind until the change is saved.</summary>
public sealed record Note(Act Act, string Verb, string? From, string? To, List<Change> Changes);

/// <summary>
/// The organ that ties an aggregate to its journal: how many entries it has and the hash of the last one, so that a cut tail shows.
/// Every verb notes itself here; <see cref="Count"/> therefore rises with every verb and is the aggregate's concurrency token (ruling 11).
/// </summary>
public sealed class Trail
{
    private readonly List<Note> pending = [];

    /// <summary>Entries written so far; also the version that ETags and forms carry.</summary>
    public int Count { get; private set; }

    /// <summary>The hash of the last entry; empty before the first.</summary>
    public string Head { get; private set; } = "";

    internal IReadOnlyList<Note> Pending => pending;

    /// <summary>The note taken last and not yet written; null when there is none.</summary>
    public Note? Last => pending.Count == 0 ? null : pending[^1];

    /// <summary>Takes a note; what becomes known only at the save (a document's number) may be added to it until then.</summary>
    public Note Note(Act act, string verb, string? from, string? to, params IEnumerable<Change> changes)
    {
        var note = new Note(act, verb, from, to, [.. changes]);
        pending.Add(note);
        return note;
    }

    /// <summary>Adds to the note just taken, e.g. the number that is given last (ruling 10).</summary>
    public void Add(Change change) => pending[^1].Changes.Add(change);

    internal void Advance(string head)
    {
        Count++;
        Head = head;
    }

    internal void Written() => pending.Clear();
}
