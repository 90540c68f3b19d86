using System.Reflection;
using Yimen.Kernel;

namespace Yimen.Tests.Documentation;

/// <summary>Each room has its page, and the state diagrams on it are those of its transition tables.</summary>
public sealed class DiagramTests
{
    private const BindingFlags Tables = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static;

    [Fact]
    public void Every_room_has_a_page() =>
        House.MustBeEmpty(Rooms().Where(r => !House.Has(PageOf(r))).Select(PageOf));

    [Fact]
    public void Every_lifecycle_is_drawn_on_the_page_of_its_room() =>
        House.MustBeEmpty(Rooms().SelectMany(r => Drawings(r).Where(d => !House.Read(PageOf(r)).Contains(d)).Select(d => $"{PageOf(r)} lacks\n{d}")));

    private static IEnumerable<string> Rooms() => Directory.EnumerateFiles(Path.Combine(House.Root, "src/Modules"), "*.csproj", SearchOption.AllDirectories)
        .Select(p => Path.GetFileNameWithoutExtension(p));

    private static string PageOf(string room) => $"src/Modules/{room}/README.md";

    private static IEnumerable<string> Drawings(string room) => Assembly.Load("Yimen." + room).GetTypes().SelectMany(t => t.GetFields(Tables))
        .Where(f => f.FieldType.IsGenericType && f.FieldType.GetGenericTypeDefinition() == typeof(Lifecycle<,>) && !f.FieldType.ContainsGenericParameters)
        .Select(f => (string)f.FieldType.GetMethod("Diagram")!.Invoke(f.GetValue(null), null)!);
}
