using System.Text.Json;

namespace Yimen.Tests.Kernel;

/// <summary>The published test data in <c>Data/</c>, each file with its source inside.</summary>
static class Vectors
{
    public static JsonElement WorkingDays { get; } = Load("working-days.json");

    public static JsonElement Codes { get; } = Load("codes.json");

    public static string Text(this JsonElement entry, string name) => entry.GetProperty(name).GetString()!;

    public static DateOnly Date(this JsonElement entry, string name) => Day(entry.Text(name));

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    static JsonElement Load(string name)
    {
        using var stream = typeof(Vectors).Assembly.GetManifestResourceStream($"Yimen.Tests.Kernel.Data.{name}")!;
        using var json = JsonDocument.Parse(stream);
        return json.RootElement.Clone();
    }
}
