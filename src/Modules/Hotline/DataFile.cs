using System.Text.Json;

namespace Yimen.Hotline;

/// <summary>Tables that ship with the program.</summary>
internal static class DataFile
{
    public static List<T> Read<T>(string name)
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream($"Yimen.Hotline.{name}.json")!;
        return JsonSerializer.Deserialize<List<T>>(stream, JsonSerializerOptions.Web)!;
    }
}
