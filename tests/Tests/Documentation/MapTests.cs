using System.Text.RegularExpressions;

namespace Yimen.Tests.Documentation;

/// <summary>The arrows drawn in ARCHITECTURE.md are the references that the projects have.</summary>
public sealed partial class MapTests
{
    [Fact]
    public void The_arrows_are_the_project_references() => Assert.Equal(Referenced(), Drawn());

    private static IEnumerable<string> Drawn() => Arrow().Matches(House.Read("ARCHITECTURE.md")).Select(m => $"{m.Groups[1].Value} --> {m.Groups[2].Value}").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Referenced() => Directory.EnumerateFiles(Path.Combine(House.Root, "src"), "*.csproj", SearchOption.AllDirectories)
        .SelectMany(project => Reference().Matches(File.ReadAllText(project))
            .Select(m => $"{Path.GetFileNameWithoutExtension(project)} --> {m.Groups[1].Value}"))
        .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^  ([\w.]+) --> ([\w.]+)$", RegexOptions.Multiline)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"<ProjectReference Include=""[^""]*/([\w.]+)\.csproj""")]
    private static partial Regex Reference();
}
