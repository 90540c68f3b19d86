using System.Text.RegularExpressions;

namespace Yimen.ComposeWorld.Catalogue;

/// <summary>The rule files shared by all departments, read once.</summary>
sealed class Rules(Output output)
{
    static readonly HandlingClass First = new("首次", ".*");

    readonly HandlingRules handlings = Json.Read<HandlingRules>(output.At("catalogue/handlings.json"));
    readonly TypeRules types = Json.Read<TypeRules>(output.At("catalogue/types.json"));

    public Laws Laws { get; } = new(Json.Read<LawNames>(output.At("catalogue/laws.json")));

    public Materials Materials { get; } = new(Json.Read<MaterialRules>(output.At("catalogue/materials.json")));

    public TypeRule Type(string name) =>
        types.Types.TryGetValue(name, out var rule) ? rule : throw new InvalidDataException($"unknown type of item {name}");

    /// <summary>Names of the handling items; one empty name when the item has a single, unnamed one.</summary>
    public IReadOnlyList<string> Handlings(string? written) => written is null
        ? [""]
        : (handlings.Sets.TryGetValue(written, out var set) ? set : written)
            .Split('；', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public HandlingClass Class(string handling) =>
        handling.Length == 0 ? First : handlings.Classes.FirstOrDefault(c => Regex.IsMatch(handling, c.Match)) ?? First;
}
