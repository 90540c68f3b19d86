using System.Text.Json;

namespace Yimen.Platform.Archives;

/// <summary>The first entry of a backup: what it holds and by what it was made.</summary>
public sealed record Manifest(int Format, DateTimeOffset At, string Database, IReadOnlyList<ManifestCounty> Counties)
{
    public const string Entry = "manifest.json";
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The release that made it.</summary>
    public string Version { get; init; } = typeof(Manifest).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>Whether the keys are inside, sealed under a passphrase.</summary>
    public bool WithKeys { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static Manifest FromJson(string json) => JsonSerializer.Deserialize<Manifest>(json, Options)!;
}

public sealed record ManifestCounty(string Code, string Name);
