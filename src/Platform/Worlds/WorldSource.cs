using System.Text.Json;

namespace Yimen.Platform.Worlds;

/// <summary>What <c>world.json</c> says of the county that a world describes.</summary>
/// <param name="Code">Six digits, GB/T 2260.</param>
/// <param name="Demo">Stamped on every page, for ever.</param>
/// <param name="AsOf">The day as of which the files hold; null for a world without data.</param>
public sealed record WorldDescription(string Code, string Name, bool Demo, DateOnly? AsOf);

/// <summary>The data files of one world: <c>worlds/&lt;name&gt;/</c> beside the program, or a folder anywhere.</summary>
public sealed class WorldSource
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly string folder;

    private WorldSource(string name, string folder)
    {
        (Name, this.folder) = (name, folder);
        About = Read<WorldDescription>("world.json");
    }

    public string Name { get; }

    public WorldDescription About { get; }

    /// <param name="name">The name of a world that is shipped, or the path of a folder that holds one.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such world.</exception>
    public static WorldSource Find(string name)
    {
        var folder = Path.IsPathRooted(name) || name.Contains('/') ? Path.GetFullPath(name) : Path.Combine(AppContext.BaseDirectory, "worlds", name);
        return File.Exists(Path.Combine(folder, "world.json")) ? new(name, folder) : throw new DirectoryNotFoundException($"没有找到世界“{name}”（{folder} 中没有 world.json）。");
    }

    public bool Has(string file) => File.Exists(Path.Combine(folder, file));

    /// <summary>A whole JSON file.</summary>
    public T Read<T>(string file)
    {
        using var stream = File.OpenRead(Path.Combine(folder, file));
        return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new JsonException($"{file} is empty");
    }

    /// <summary>A file with one JSON object a line.</summary>
    public IEnumerable<T> Lines<T>(string file) => File.ReadLines(Path.Combine(folder, file))
        .Where(line => line.Length > 0)
        .Select((line, i) => JsonSerializer.Deserialize<T>(line, Json) ?? throw new JsonException($"{file}, line {i + 1} is empty"));
}
