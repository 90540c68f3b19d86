using System.Text.RegularExpressions;

namespace Yimen.Tests.Documentation;

/// <summary>What the documents point at is there.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void Every_relative_link_leads_somewhere() =>
        House.MustBeEmpty(House.Documents().SelectMany(d => Links(House.Read(d)).Where(l => !House.Has(Path.Combine(Path.GetDirectoryName(d)!, l))).Select(l => $"{d}: {l}")));

    [Fact]
    public void Every_path_that_is_named_exists() =>
        House.MustBeEmpty(House.Documents().SelectMany(d => Paths(House.Read(d)).Where(p => !House.Has(p)).Select(p => $"{d}: {p}")));

    [Fact]
    public void Every_source_file_that_is_named_exists_somewhere()
    {
        var files = new[] { "src", "tests", "tools", "bench" }.Select(d => Path.Combine(House.Root, d)).Where(Directory.Exists)
            .SelectMany(d => Directory.EnumerateFiles(d, "*.*", SearchOption.AllDirectories)).ToList();

        House.MustBeEmpty(House.Documents().SelectMany(d => Source().Matches(House.Read(d)).Select(m => m.Groups[1].Value)
            .Where(named => !files.Exists(f => f.EndsWith("/" + named, StringComparison.Ordinal))).Select(named => $"{d}: {named}")));
    }

    [Fact]
    public void A_link_to_nowhere_is_seen() => Assert.False(House.Has(Links("[a](docs/nowhere.md#here)").Single()));

    private static IEnumerable<string> Links(string text) => Link().Matches(text).Select(m => m.Groups[1].Value.Split('#')[0])
        .Where(l => l.Length > 0 && !l.Contains("://") && !l.StartsWith("mailto:"));

    // paths with a placeholder or a star speak of many files
    private static IEnumerable<string> Paths(string text) => Named().Matches(text).Select(m => m.Groups[1].Value).Where(p => p.IndexOfAny(['…', '*', '{', '<']) < 0);

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`((?:[\w.]+/)*[\w.]+\.(?:cs|razor))`")]
    private static partial Regex Source();

    [GeneratedRegex(@"`((?:src|tests|tools|worlds|deploy|docs|\.github|\.ci)/[^`\s]+)`")]
    private static partial Regex Named();
}
