using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Yimen.Catalog.Contracts;

namespace Yimen.Catalog;

/// <summary>Source-generated: the guide page reads one such document a visit.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ItemContent))]
internal sealed partial class ItemContentJson : JsonSerializerContext;

/// <summary>The content as it rests in its column, Chinese unescaped.</summary>
internal sealed class ItemContentAsText() : ValueConverter<ItemContent, string>(v => Write(v), v => Read(v))
{
    private static readonly ItemContentJson Json = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    private static string Write(ItemContent content) => JsonSerializer.Serialize(content, Json.ItemContent);

    private static ItemContent Read(string text) => JsonSerializer.Deserialize(text, Json.ItemContent) ?? new();
}
