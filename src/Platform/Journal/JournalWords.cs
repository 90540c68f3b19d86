using Yimen.Kernel;

namespace Yimen.Platform.Journal;

/// <summary>A kind of matter as readers know it: 办件, 事项 …</summary>
public sealed record JournalKind(string Kind, string Name, Func<Guid, string>? Href);

/// <summary>A verb or state of one kind and its Chinese name.</summary>
public sealed record JournalWord(string Kind, string Code, string Text);

/// <summary>Chinese for the codes in the journal. A code that nobody named is shown as it stands.</summary>
public sealed class JournalWords(IEnumerable<JournalKind> kinds, IEnumerable<JournalWord> words)
{
    private readonly Dictionary<string, JournalKind> kinds = kinds.ToDictionary(k => k.Kind);
    private readonly ILookup<(string Kind, string Code), string> words = words.ToLookup(w => (w.Kind, Plain(w.Code)), w => w.Text);

    public IEnumerable<JournalKind> Kinds => kinds.Values;

    public string NameOf(string kind) => kinds.TryGetValue(kind, out var known) ? known.Name : kind;

    public string? HrefOf(MatterRef matter) => kinds.GetValueOrDefault(matter.Kind)?.Href?.Invoke(matter.Id);

    public string? Of(string kind, string? code) => code is null ? null : words[(kind, Plain(code))].FirstOrDefault() ?? code;

    /// <summary>What a reader may mean by <paramref name="text"/>: kind and code, parted by a slash, of the verbs whose Chinese name holds it.</summary>
    public IReadOnlyList<string> NamedLike(string text) =>
        [.. words.Where(w => w.Any(t => t.Contains(text))).Select(w => $"{w.Key.Kind}/{w.Key.Code}")];

    /// <summary>not-accept, NotAccept and notaccept are one code.</summary>
    internal static string Plain(string code) => code.Replace("-", "").ToLowerInvariant();
}
