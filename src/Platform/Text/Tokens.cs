using System.Text;

namespace Yimen.Platform.Text;

/// <summary>
/// Cuts text into search tokens, the same for both databases: a run of Chinese becomes its pairs of neighbouring characters and, alone, its last
/// character; a run of other letters and digits is one token. 食品证 → 食品 品证 证. The lone last character also keeps two runs from touching.
/// </summary>
internal static class Tokens
{
    /// <summary>PostgreSQL stores no position beyond 16,383; longer text is cut at the same place on both databases.</summary>
    public const int MostInOneText = 16_000;

    /// <summary>PostgreSQL keeps 255 positions of one token; title and body share them. Later ones give way to <see cref="Filler"/>, which holds the place.</summary>
    private const int MostOfOneToken = 120;
    private const int LongestWord = 64;

    /// <summary>A private-use character: no text that people write contains it.</summary>
    internal const string Filler = "\uE000";

    /// <summary>The tokens of a text in their order; a token's place in the list is its position.</summary>
    public static List<string> Of(string text)
    {
        var tokens = new List<string>();
        var seen = new Dictionary<string, int>();
        foreach (var token in Runs(text).SelectMany(r => r.Chinese ? Pairs(r.Letters) : [Word(r.Letters)]).Take(MostInOneText / 2))
        {
            seen[token] = seen.GetValueOrDefault(token) + 1;
            tokens.Add(seen[token] > MostOfOneToken ? Filler : token);
        }
        return tokens;
    }

    /// <summary>What a query asks for: each run by itself, split where the script changes, so that 办事指南199 finds 办事指南第199号.</summary>
    public static IEnumerable<Phrase> Query(string query) => Runs(query).Select(r =>
        r.Chinese && r.Letters.Count > 1 ? new Phrase([.. Pairs(r.Letters).SkipLast(1)], false) : new Phrase([Word(r.Letters)], true));

    private static IEnumerable<string> Pairs(List<Rune> run)
    {
        for (var i = 0; i + 1 < run.Count; i++)
        {
            yield return $"{run[i]}{run[i + 1]}";
        }
        yield return run[^1].ToString();
    }

    private static string Word(List<Rune> run) => string.Concat(run.Take(LongestWord));

    private static IEnumerable<(bool Chinese, List<Rune> Letters)> Runs(string text)
    {
        var run = new List<Rune>();
        var chinese = false;
        foreach (var rune in text.EnumerateRunes().Select(Fold).Append(new Rune(' ')))
        {
            var letter = IsChinese(rune) || Rune.IsLetterOrDigit(rune);
            if (run.Count > 0 && (!letter || IsChinese(rune) != chinese))
            {
                yield return (chinese, run);
                run = [];
            }
            if (letter)
            {
                chinese = IsChinese(rune);
                run.Add(rune);
            }
        }
    }

    /// <summary>Full-width forms (ＡＢＣ１２３) as their narrow ones, in lower case.</summary>
    private static Rune Fold(Rune rune) => Rune.ToLowerInvariant(rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - 0xFEE0) : rune);

    // by code point and not by category: rare characters of names and places are younger than any library's tables
    private static bool IsChinese(Rune rune) => rune.Value is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x323AF) or 0x3005 or 0x3007;
}

/// <summary>Tokens that must follow one another; a prefix has one token, with which a word or a pair begins.</summary>
internal sealed record Phrase(IReadOnlyList<string> Tokens, bool IsPrefix)
{
    /// <summary>A private-use character that no text is indexed by.</summary>
    public static readonly Phrase Nothing = new(["\uE001"], false);
}
