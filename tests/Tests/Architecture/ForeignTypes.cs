using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Yimen.Tests.Architecture;

/// <summary>Which types of other rooms an assembly refers to, read from its metadata: also those used only inside a method.</summary>
internal static class ForeignTypes
{
    /// <summary>One complaint for each type of another module that stands outside its Contracts.</summary>
    internal static IEnumerable<string> UsedBy(Assembly assembly, IReadOnlyList<Assembly> modules)
    {
        var others = modules.Where(m => m != assembly).Select(m => m.GetName().Name!).ToHashSet();
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        var complaints = new List<string>();
        foreach (var reference in metadata.TypeReferences.Select(metadata.GetTypeReference))
        {
            var space = metadata.GetString(reference.Namespace);
            if (reference.ResolutionScope.Kind == HandleKind.AssemblyReference
                && others.Contains(metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)reference.ResolutionScope).Name))
                && !space.Contains(".Contracts", StringComparison.Ordinal))
            {
                complaints.Add($"{assembly.GetName().Name} uses {space}.{metadata.GetString(reference.Name)}");
            }
        }

        return complaints;
    }
}
