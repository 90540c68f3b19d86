using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Yimen.ComposeWorld;

/// <summary>Reads sources strictly (an unknown key is a typing error) and writes output that gives readable diffs.</summary>
static class Json
{
    static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    static readonly JsonSerializerOptions Indented = new(Plain) { WriteIndented = true };

    public static T Read<T>(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), Strict)
                ?? throw new InvalidDataException($"{path}: empty");
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"{path}: {broken.Message}", broken);
        }
    }

    /// <summary>An object whose one array has a row a line: <c>{ "note": …, "units": [ {…}, {…} ] }</c>.</summary>
    public static string Rows<T>(string note, string name, IEnumerable<T> rows)
    {
        var text = new StringBuilder("{\n  \"note\": ").Append(Line(note)).Append(",\n  \"").Append(name).Append("\": [\n");
        text.AppendJoin(",\n", rows.Select(row => "    " + Line(row)));
        return text.Append("\n  ]\n}\n").ToString();
    }

    public static string Lines<T>(IEnumerable<T> rows) => string.Concat(rows.Select(row => Line(row) + "\n"));

    public static string Document<T>(T value) => JsonSerializer.Serialize(value, Indented).ReplaceLineEndings("\n") + "\n";

    static string Line<T>(T value) => JsonSerializer.Serialize(value, Plain);
}
