using System.Text.Json;

namespace Yimen.Catalog.Fields;

/// <summary>代码字典 — the national and provincial lists of what may be chosen, as they ship in <c>Data/codes.json</c>: what forms offer, workbooks may say, and every county's table begins with.</summary>
internal static class Dictionaries
{
    private static readonly CodeFile Shipped = Read();

    public static IReadOnlyDictionary<string, IReadOnlyList<CodeLine>> All => Shipped.Dictionaries;

    /// <summary>The names of one list in its order.</summary>
    /// <exception cref="KeyNotFoundException">The file holds no such list.</exception>
    public static string[] Names(string dictionary) => [.. Shipped.Dictionaries[dictionary].Select(c => c.Name)];

    private static CodeFile Read()
    {
        using var stream = typeof(Dictionaries).Assembly.GetManifestResourceStream("Yimen.Catalog.Data.codes.json")!;
        return JsonSerializer.Deserialize<CodeFile>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record CodeFile(Dictionary<string, IReadOnlyList<CodeLine>> Dictionaries);
}

internal sealed record CodeLine(string Code, string Name, bool? ByApplication);
