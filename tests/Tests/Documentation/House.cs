namespace Yimen.Tests.Documentation;

/// <summary>The source tree that this test was built from.</summary>
internal static class House
{
    public static readonly string Root = Find(AppContext.BaseDirectory);

    /// <summary>Every document that people read, with its path from the root.</summary>
    public static IEnumerable<string> Documents() => Directory.EnumerateFiles(Root, "*.md", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Root, f))
        .Where(f => !f.Split('/').Any(part => part is "bin" or "obj" or "data" or "artifacts" or "node_modules" || (part.StartsWith('.') && part != ".github")))
        .Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static bool Has(string path) => Path.Exists(Path.Combine(Root, path));

    /// <summary>Fails with every complaint on a line of its own, so that one run shows all that is to be mended.</summary>
    public static void MustBeEmpty(IEnumerable<string> complaints)
    {
        var all = string.Join('\n', complaints);
        Assert.True(all.Length == 0, all);
    }

    private static string Find(string from) =>
        File.Exists(Path.Combine(from, "Yimen.slnx")) ? from : Find(Path.GetDirectoryName(from) ?? throw new DirectoryNotFoundException("Yimen.slnx is above no folder of the test."));
}
