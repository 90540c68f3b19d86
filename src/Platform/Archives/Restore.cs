using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Yimen.Kernel;
using Yimen.Platform.Counties;

namespace Yimen.Platform.Archives;

/// <summary>恢复 — unpacks a backup into an empty data directory, on PostgreSQL also into a database without our schemas. Wholly or not at all.</summary>
public sealed partial class Restore(Installation installation)
{
    private const string KeysMissing = ".missing";

    private readonly PostgresTools postgres = new(installation.ConnectionStringOf(null));

    /// <returns>What was restored; <see cref="Manifest.WithKeys"/> says whether the keys came along.</returns>
    /// <exception cref="RuleViolation"><c>restore-target</c>: something is there; <c>restore-archive</c>: not a backup, or of the other database; <c>passphrase</c>.</exception>
    public async Task<Manifest> Read(string file, string? passphrase, CancellationToken ct = default)
    {
        var target = installation.DataDirectory;
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
        {
            throw new RuleViolation("restore-target", $"{target} 不是空的。恢复只写入空目录，不会覆盖现有数据。");
        }
        var work = Directory.CreateDirectory(target.TrimEnd(Path.DirectorySeparatorChar) + ".restoring").FullName;
        var schemas = new List<string>();
        try
        {
            await Unpack(file, work, ct);
            var manifest = Checked(work);
            var withKeys = PutKeys(work, manifest, passphrase);
            await Load(work, manifest, schemas, ct);
            Settle(work, target);
            return manifest with { WithKeys = withKeys };
        }
        catch
        {
            await TakeBack(work, schemas);
            throw;
        }
    }

    private static async Task Unpack(string file, string work, CancellationToken ct)
    {
        try
        {
            await using var zip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
            await using var tar = new TarReader(zip);
            while (await tar.GetNextEntryAsync(cancellationToken: ct) is { } entry)
            {
                if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile) || !Known().IsMatch(entry.Name))
                {
                    throw new InvalidDataException(entry.Name);
                }
                var path = Path.Combine(work, entry.Name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await entry.ExtractToFileAsync(path, overwrite: false, ct);
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FileNotFoundException)
        {
            throw new RuleViolation("restore-archive", e is FileNotFoundException ? $"没有找到备份文件 {file}。" : $"{file} 不是完整的备份文件，什么也没有恢复。");
        }
    }

    private Manifest Checked(string work)
    {
        var path = Path.Combine(work, Manifest.Entry);
        var manifest = File.Exists(path) ? Manifest.FromJson(File.ReadAllText(path)) : throw new RuleViolation("restore-archive", "备份文件中没有说明，不是一门的备份。");
        File.Delete(path);
        return manifest.Database == installation.Database.ToString() ? manifest : throw new RuleViolation("restore-archive",
            $"备份来自 {manifest.Database}，这里是 {installation.Database}。请先恢复到相同的数据库，再用 yimen migrate --to 搬迁。");
    }

    /// <summary>Puts the key rings back. Where they are missing, a mark keeps the program from making new ones in silence.</summary>
    private static bool PutKeys(string work, Manifest manifest, string? passphrase)
    {
        var packet = Path.Combine(work, KeyPacket.Entry);
        var keys = Directory.CreateDirectory(Path.Combine(work, "keys")).FullName;
        var rings = manifest.WithKeys && passphrase is not null ? JsonSerializer.Deserialize<KeyPacket>(File.ReadAllText(packet))!.Open(passphrase) : [];
        foreach (var (name, text) in rings)
        {
            Secret(Path.Combine(keys, Path.GetFileName(name)), text);
        }
        foreach (var county in manifest.Counties.Where(c => !rings.ContainsKey(c.Code + ".json")))
        {
            File.WriteAllText(Path.Combine(keys, county.Code + ".json" + KeysMissing), $"恢复时没有 {county.Name} 的密钥。请把原来的 {county.Code}.json 放到这里，再删除本文件。\n");
        }
        File.Delete(packet);
        return rings.Count > 0;
    }

    private static void Secret(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using var writer = new StreamWriter(new FileStream(path, options));
        writer.Write(text);
    }

    private async Task Load(string work, Manifest manifest, List<string> schemas, CancellationToken ct)
    {
        if (installation.Database == DatabaseKind.Sqlite)
        {
            return;
        }
        var wanted = manifest.Counties.Select(c => (string?)c.Code).Append(null).Select(Installation.SchemaOf).ToList();
        foreach (var schema in wanted)
        {
            if (await postgres.HasSchema(schema, ct))
            {
                throw new RuleViolation("restore-target", $"数据库中已有 {schema}。恢复只写入没有数据的数据库。");
            }
        }
        foreach (var schema in wanted)
        {
            schemas.Add(schema);
            await postgres.Restore(Path.Combine(work, "schemas", schema + ".dump"), ct);
        }
        Directory.Delete(Path.Combine(work, "schemas"), recursive: true);
    }

    private static void Settle(string work, string target)
    {
        if (Directory.Exists(target))
        {
            Directory.Delete(target);
        }
        Directory.Move(work, target);
    }

    private async Task TakeBack(string work, List<string> schemas)
    {
        foreach (var schema in schemas)
        {
            await postgres.Drop(schema, CancellationToken.None);
        }
        if (Directory.Exists(work))
        {
            Directory.Delete(work, recursive: true);
        }
    }

    // a backup is a file that somebody brings: only what we write ourselves is unpacked
    [GeneratedRegex(@"^(manifest\.json|keys\.sealed|house\.db|schemas/(yimen|c\d{6})\.dump|counties/\d{6}/(county\.db|files/[0-9a-f/]+|seals/[0-9-]+\.txt))$")]
    private static partial Regex Known();
}
