using System.Text.Encodings.Web;
using System.Text.Json;
using Yimen.Catalog.Fields;

namespace Yimen.Catalog.Import;

/// <summary>What a workbook says of one item: fields by name, rows by group. Columns and sheets that the workbook does not have say nothing, and leave the item as it is.</summary>
internal sealed record ItemTexts(Dictionary<string, string> Fields, Dictionary<string, List<string[]>> Rows)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Json() => JsonSerializer.Serialize(this, Options);

    public static ItemTexts Parse(string json) => JsonSerializer.Deserialize<ItemTexts>(json, Options)!;

    /// <summary>The draft with these values; they must have passed their checks.</summary>
    public ItemDraft Over(ItemDraft draft)
    {
        draft = ItemFields.All.Where(f => Fields.ContainsKey(f.Name)).Aggregate(draft, (d, f) => f.Write(d, Fields[f.Name]));
        return ItemRows.Groups.Where(g => Rows.ContainsKey(g.Slug)).Aggregate(draft, (d, g) => g.Write(d, Rows[g.Slug]));
    }
}
