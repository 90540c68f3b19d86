using System.Text.RegularExpressions;

namespace Yimen.Tests.Documentation;

/// <summary>Every package has a reason, a licence and one version.</summary>
public sealed partial class PackageTests
{
    [Fact]
    public void Each_pinned_package_says_in_one_line_why_it_is_taken() =>
        House.MustBeEmpty(House.Read("Directory.Packages.props").Split('\n').Where(l => l.Contains("<PackageVersion ") && !Reasoned().IsMatch(l)));

    [Fact]
    public void Each_package_that_a_project_uses_is_listed_with_its_licence()
    {
        var listed = Listed().Matches(House.Read("docs/third-party.md")).Select(m => (m.Groups[1].Value, m.Groups[2].Value)).ToHashSet();
        var used = Projects().SelectMany(p => Used().Matches(File.ReadAllText(p)).Select(m => m.Groups[1].Value))
            .Concat(Used().Matches(House.Read("Directory.Build.props")).Select(m => m.Groups[1].Value)).ToHashSet();

        House.MustBeEmpty(Pinned().Where(p => used.Contains(p.Name) && !listed.Contains(p)).Select(p => $"{p.Name} {p.Version} is not in docs/third-party.md: run tools/licences"));
    }

    [Fact]
    public void No_licence_is_unknown() => Assert.DoesNotContain("not stated", House.Read("docs/third-party.md"));

    private static IEnumerable<(string Name, string Version)> Pinned() =>
        Pin().Matches(House.Read("Directory.Packages.props")).Select(m => (m.Groups[1].Value, m.Groups[2].Value));

    private static IEnumerable<string> Projects() => new[] { "src", "tests", "bench", "tools" }
        .Select(d => Path.Combine(House.Root, d)).Where(Directory.Exists)
        .SelectMany(d => Directory.EnumerateFiles(d, "*.csproj", SearchOption.AllDirectories));

    [GeneratedRegex(@"<PackageVersion Include=""([^""]+)"" Version=""([^""]+)""")]
    private static partial Regex Pin();

    [GeneratedRegex(@"/> <!-- \S.*\S -->$")]
    private static partial Regex Reasoned();

    [GeneratedRegex(@"<PackageReference Include=""([^""]+)""")]
    private static partial Regex Used();

    [GeneratedRegex(@"^\| ([\w.-]+) \| ([^|\s]+) \| ", RegexOptions.Multiline)]
    private static partial Regex Listed();
}
