using Yimen.Kernel;

namespace Yimen.Platform.Journal;

/// <summary>A written entry: who did what, when, why, from which state to which, with old and new values, linked to the entry before it.</summary>
public sealed class JournalEntry
{
    /// <summary>Order of writing over all matters of the county.</summary>
    public long Position { get; private set; }

    /// <summary>The layout of <see cref="Canonical"/>; raised when it changes, so that old entries still verify.</summary>
    public int Format { get; init; } = 1;

    public required string Kind { get; init; }

    public required Guid MatterId { get; init; }

    /// <summary>1, 2, 3 … within the matter, without gaps.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid ActorId { get; init; }

    public required string ActorName { get; init; }

    public UnitId? Unit { get; init; }

    public required string Verb { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public string? Reason { get; init; }

    /// <summary>Old and new values as JSON text, exactly as hashed.</summary>
    public required string Changes { get; init; }

    public required string Previous { get; init; }

    public required string Hash { get; init; }

    /// <summary>The versioned text that the hash covers (ruling 17): fields parted by U+001F, instants in milliseconds.</summary>
    public static string Canonical(MatterRef matter, int number, Note note, string changes) => Join(
        "1", matter.Kind, matter.Id.ToString("N"), number.ToString(), note.Act.Now.ToUnixTimeMilliseconds().ToString(),
        note.Act.By.AccountId.ToString("N"), note.Act.By.Name, note.Act.By.Unit?.Value, note.Verb, note.From, note.To, note.Act.Reason, changes);

    public string Canonical() => Join(
        Format.ToString(), Kind, MatterId.ToString("N"), Number.ToString(), At.ToUnixTimeMilliseconds().ToString(),
        ActorId.ToString("N"), ActorName, Unit?.Value, Verb, From, To, Reason, Changes);

    // an absent value and an empty one differ, and a separator typed by a person cannot shift a field
    private static string Join(params string?[] fields) => string.Join('\u001f', fields.Select(f => f is null ? "\u0000" : f.Replace('\u001f', ' ')));
}
