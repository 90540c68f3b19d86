using Yimen.Platform.Crypto;
using Yimen.Platform.Data;

namespace Yimen.Platform.Text;

/// <summary>
/// Search in what names a person: the index holds keyed digests of the tokens instead of the tokens (ruling 19), so it finds by what a name
/// contains and cannot be read. A pair of neighbouring characters is the least that can be found.
/// </summary>
public static class SealedText
{
    // 64 bits of the digest: a false hit is thrown out by whoever asks, who compares the value itself
    private const int DigestLength = 16;

    /// <summary>Enters a text, or replaces the one entered for this kind and id.</summary>
    public static void Put(AppDb db, CountyKeys keys, string kind, Guid id, string text) =>
        db.TextChanges.Add(new TextChange(kind, id, text, "") { Digest = token => Digest(keys, token) });

    /// <summary>Rows whose text holds every run of the query; null when the query has a run that is no Chinese of two characters or more.</summary>
    public static IQueryable<TextHit>? Hits(AppDb db, CountyKeys keys, string kind, string query)
    {
        var phrases = TextIndex.Phrases(query);
        return phrases.Any(p => p.IsPrefix) ? null : TextIndex.Hits(db, kind, [.. phrases.Select(p => p with { Tokens = [.. p.Tokens.Select(t => Digest(keys, t))] })]);
    }

    private static string Digest(CountyKeys keys, string token) => keys.IndexOf("text " + token)[..DigestLength];
}
