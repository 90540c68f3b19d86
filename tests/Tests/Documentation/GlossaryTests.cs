using System.Reflection;
using System.Text.RegularExpressions;
using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Tests.Documentation;

/// <summary>GLOSSARY.md against the assemblies.</summary>
public sealed partial class GlossaryTests
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Type[] Types = [.. Assemblies().SelectMany(a => a.GetTypes())];

    [Fact]
    public void Every_name_in_the_glossary_stands_in_the_code() =>
        House.MustBeEmpty(Rows().Where(r => !Stands(r)).Select(r => $"{r.Term}: {r.Code} does not stand in the code, or is not called {r.English}"));

    [Fact]
    public void A_term_has_one_row() =>
        House.MustBeEmpty(Rows().GroupBy(r => r.Term).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void Every_aggregate_has_a_row()
    {
        var names = Rows().Select(r => r.Code).ToHashSet();

        House.MustBeEmpty(Types.Where(t => t.IsClass && !t.IsAbstract && typeof(IMatter).IsAssignableFrom(t) && t.Assembly != typeof(GlossaryTests).Assembly)
            .Select(t => t.Name).Where(name => !names.Contains(name)));
    }

    [Fact]
    public void Every_verb_of_a_lifecycle_has_a_row_with_its_label()
    {
        var rows = Rows().Select(r => (r.Term.Split('（')[0], r.English)).ToHashSet();

        House.MustBeEmpty(Verbs().Where(v => !rows.Contains((Label.Of(v), v.ToString()))).Select(v => $"| {Label.Of(v)} | {v} | `{v.GetType().Name}.{v}` |"));
    }

    [Theory]
    [InlineData("办件", "Kase", "`Case`")]
    [InlineData("办件", "Case", "`CaseVerb.Swallow`")]
    public void A_row_that_is_not_true_is_seen(string term, string english, string code) =>
        Assert.False(Stands(new Row(term, english, code.Trim('`'))));

    private static IEnumerable<Row> Rows() => Cells().Matches(House.Read("GLOSSARY.md"))
        .Select(m => new Row(m.Groups[1].Value.Trim(), m.Groups[2].Value.Trim(), m.Groups[3].Value));

    private static bool Stands(Row row)
    {
        var parts = row.Code.Split('.');
        var found = parts.Length == 2 && !row.Code.StartsWith("Yimen")
            ? Types.Any(t => NameOf(t) == parts[0] && t.GetMember(parts[1], Any).Length > 0)
            : Types.Any(t => NameOf(t) == row.Code || t.Namespace == row.Code);
        return found && parts[^1].Contains(row.English, StringComparison.Ordinal);
    }

    private static string NameOf(Type type) => type.Name.Split('`')[0];

    private static IEnumerable<Enum> Verbs() => Types.SelectMany(t => t.GetFields(Any)).Select(f => f.FieldType)
        .Where(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(Lifecycle<,>) && !t.ContainsGenericParameters)
        .Select(t => t.GetGenericArguments()[1]).Where(t => t.Assembly != typeof(GlossaryTests).Assembly).Distinct()
        .SelectMany(t => Enum.GetValues(t).Cast<Enum>());

    private static IEnumerable<Assembly> Assemblies() => Directory.EnumerateFiles(AppContext.BaseDirectory, "Yimen.*.dll")
        .Select(f => Assembly.Load(Path.GetFileNameWithoutExtension(f)));

    [GeneratedRegex(@"^\|([^|`]+)\|([^|`]+)\| `([^`]+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Cells();

    private sealed record Row(string Term, string English, string Code);
}
