using System.Text.RegularExpressions;

namespace Yimen.Tests.Text;

/// <summary>What a search means, told as plainly as can be: Chinese is found anywhere in the text, a word or number by its beginning; all must be there.</summary>
internal static partial class Oracle
{
    public static bool Holds(string query, params string[] texts)
    {
        var wanted = Words(query).ToList();
        return wanted.Count > 0 && wanted.All(w => texts.Any(t => Words(t).Any(run =>
            IsChinese(w) ? run.Contains(w, StringComparison.Ordinal) : run.StartsWith(w, StringComparison.Ordinal))));
    }

    private static IEnumerable<string> Words(string text) => Runs().Matches(Narrow(text).ToLowerInvariant()).Select(m => m.Value);

    private static string Narrow(string text) => string.Concat(text.Select(c => c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c));

    private static bool IsChinese(string run) => run[0] > '\u3000';

    [GeneratedRegex("(?:[\u4e00-\u9fff]|[\ud840-\ud868][\udc00-\udfff])+|[a-z0-9]+")]
    private static partial Regex Runs();
}
