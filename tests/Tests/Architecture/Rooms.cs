using System.Reflection;

namespace Yimen.Tests.Architecture;

/// <summary>The product's assemblies and sources, as the rules of the house look at them.</summary>
internal static class Rooms
{
    internal static readonly Assembly Kernel = typeof(Yimen.Kernel.Actor).Assembly;
    internal static readonly Assembly Platform = typeof(Yimen.Platform.PlatformServices).Assembly;

    internal static readonly IReadOnlyList<Assembly> Modules =
    [
        typeof(Yimen.Organization.OrganizationModule).Assembly, typeof(Yimen.Catalog.CatalogModule).Assembly,
        typeof(Yimen.Knowledge.KnowledgeModule).Assembly, typeof(Yimen.Cases.CasesModule).Assembly, typeof(Yimen.Hotline.HotlineModule).Assembly, typeof(Yimen.Portal.PortalModule).Assembly,
    ];

    internal static readonly string Root = Find(AppContext.BaseDirectory);

    /// <summary>Written sources below a folder of the repository; nothing that is generated.</summary>
    internal static IEnumerable<string> Sources(params string[] folders) => folders
        .SelectMany(f => Directory.EnumerateFiles(Path.Combine(Root, f), "*", SearchOption.AllDirectories))
        .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
        .Where(f => !Path.GetRelativePath(Root, f).Split('/').Any(p => p is "bin" or "obj" || p.StartsWith("Migrations.", StringComparison.Ordinal)));

    private static string Find(string from) =>
        File.Exists(Path.Combine(from, "Yimen.slnx")) ? from : Find(Path.GetDirectoryName(from) ?? throw new InvalidOperationException("The repository was not found."));
}
