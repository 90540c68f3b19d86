using System.Text.RegularExpressions;

namespace Yimen.Tests.Architecture;

/// <summary>Rules about written text, as functions from text to sentences of complaint.</summary>
internal static partial class SourceRules
{
    internal const int MostLines = 300;

    internal static string? TooLong(string name, string text) => text.AsSpan().Count('\n') is > MostLines and var lines ? $"{name} has {lines} lines" : null;

    /// <summary>The clock comes in as TimeProvider and ids as IdSource; here also where analyzers do not run.</summary>
    internal static IEnumerable<string> Clocks(string name, string text) => Clock().Matches(text).Select(m => $"{name}: {m.Value}");

    /// <summary>Pages are pure: nothing injected, nothing awaited, no style and no script of their own.</summary>
    internal static IEnumerable<string> Impurities(string name, string razor) => Impure().Matches(razor).Select(m => $"{name}: {m.Value}");

    internal static IEnumerable<string> BadNames(string name, string text) => BadName().Matches(text).Select(m => $"{name}: {m.Value}");

    /// <summary>A column that sorts does so both ways: the code beside its page knows both words, or one of them is the page's own order.</summary>
    internal static IEnumerable<string> OneWay(string name, string razor, string beside) => SortedBy().Matches(razor).Select(m => m.Groups[1].Value).Distinct()
        .SelectMany(k => new[] { $"\"{k}\"", $"\"-{k}\"" }).Where(k => !beside.Contains(k, StringComparison.Ordinal) && !razor.Contains($"?? {k}", StringComparison.Ordinal)).Select(k => $"{name}: {k}");

    [GeneratedRegex(@"<Column [^>]*\bSort=""([a-z-]+)""")]
    private static partial Regex SortedBy();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b|\bGuid\.(NewGuid|CreateVersion7)\(\)")]
    private static partial Regex Clock();

    [GeneratedRegex(@"^@inject\b|\bstyle=""|\bonclick=|<script(?! type=""module"" src)(?! type=""application/json"")|\basync\b|\bawait\b", RegexOptions.Multiline)]
    private static partial Regex Impure();

    [GeneratedRegex(@"\b(class|record|struct|interface|enum) \w*(Manager|Helper|Util|Utils|Processor|Info|Dto|Impl)\b")]
    private static partial Regex BadName();
}
