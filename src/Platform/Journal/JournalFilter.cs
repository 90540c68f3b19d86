using Yimen.Kernel;

namespace Yimen.Platform.Journal;

/// <summary>What of the journal is looked at, as it stands in the address.</summary>
public sealed record JournalFilter(string? Day, string? Actor, string? Verb, string? Kind, string? Matter)
{
    public DateOnly? OnDay => DateOnly.TryParseExact(Day, "yyyy-MM-dd", out var day) ? day : null;

    internal IQueryable<JournalEntry> In(IQueryable<JournalEntry> entries, JournalWords words)
    {
        if (OnDay is { } day)
        {
            var (from, to) = (ChinaTime.StartOf(day), ChinaTime.StartOf(day.AddDays(1)));
            entries = entries.Where(e => e.At >= from && e.At < to);
        }
        if (Actor?.Trim() is { Length: > 0 } actor)
        {
            entries = entries.Where(e => e.ActorName.Contains(actor));
        }
        if (Verb?.Trim() is { Length: > 0 } verb)
        {
            // one code may be 开立 of an account and 设立 of a window: the name is the kind's own
            var named = words.NamedLike(verb);
            entries = entries.Where(e => e.Verb.Contains(verb) || named.Contains(e.Kind + "/" + e.Verb.ToLower().Replace("-", "")));
        }
        if (!string.IsNullOrEmpty(Kind))
        {
            entries = entries.Where(e => e.Kind == Kind);
        }
        return Matter is { Length: > 0 } ? OfMatter(entries) : entries;
    }

    // an id that is none finds nothing: the reader sees that the filter is in force
    private IQueryable<JournalEntry> OfMatter(IQueryable<JournalEntry> entries)
    {
        var id = Guid.TryParse(Matter, out var given) ? given : Guid.Empty;
        return entries.Where(e => e.MatterId == id);
    }
}
