using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;

namespace Yimen.Tests.Architecture;

/// <summary>What the compiler cannot hold, as functions from types to sentences of complaint, so that each can be fed a violating sample.</summary>
internal static class TypeRules
{
    private static readonly string[] DataEndings = ["View", "Input", "Row", "Filter"];

    /// <summary>A module shows others its Contracts, its module class, and what the framework must see: components and the records they take.</summary>
    internal static IEnumerable<string> NeedlessPublic(IEnumerable<Type> types) => types
        .Where(t => t.IsPublic && t.Name != "_Imports" && !IsGenerated(t) && !IsAllowedPublic(t))
        .Select(t => $"{t.FullName} is public");

    private static bool IsAllowedPublic(Type t) =>
        t.Namespace?.Contains(".Contracts", StringComparison.Ordinal) == true
        || (t is { IsAbstract: true, IsSealed: true } && t.Name.EndsWith("Module", StringComparison.Ordinal))
        || typeof(IComponent).IsAssignableFrom(t)
        || IsHandedToTheFramework(t);

    // a record that a page shows or a form fills, and the enums and records in it
    private static bool IsHandedToTheFramework(Type t) =>
        DataEndings.Any(e => t.Name.EndsWith(e, StringComparison.Ordinal)) || t.IsEnum || t.GetMethod("<Clone>$") is not null;

    /// <summary>An aggregate changes by its verbs only.</summary>
    internal static IEnumerable<string> PublicSetters(IEnumerable<Type> aggregates) =>
        from t in aggregates
        from p in t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where p.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
        select $"{t.FullName}.{p.Name} has a public setter";

    /// <summary>Assemblies that a pure one may not refer to.</summary>
    internal static IEnumerable<string> Impurities(Assembly assembly) => assembly.GetReferencedAssemblies()
        .Where(a => a.Name!.StartsWith("Microsoft.", StringComparison.Ordinal) || a.Name.StartsWith("Npgsql", StringComparison.Ordinal))
        .Select(a => $"{assembly.GetName().Name} refers to {a.Name}");

    internal static bool IsGenerated(Type t) => t.GetCustomAttribute<CompilerGeneratedAttribute>() is not null || t.Namespace?.StartsWith("Yimen", StringComparison.Ordinal) != true;
}
