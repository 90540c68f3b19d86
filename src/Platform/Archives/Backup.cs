using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Files;

namespace Yimen.Platform.Archives;

/// <summary>
/// 备份 — all counties of an installation in one file: databases first, then the files, of which none is removed meanwhile (ruling 47). The file
/// appears under its name when it is whole. Keys go in only under a passphrase: without it the backup alone opens nothing.
/// </summary>
public sealed class Backup(Installation installation, CountyDirectory counties, TimeProvider time)
{
    /// <exception cref="RuleViolation"><c>backup-busy</c>: another backup runs; <c>pg-tool</c>: pg_dump is missing or failed.</exception>
    public async Task<Manifest> Write(string file, string? passphrase, CancellationToken ct = default)
    {
        await counties.Load(ct);
        var work = Directory.CreateDirectory(Path.GetFullPath(file) + ".work").FullName;
        var held = new List<IDisposable>();
        try
        {
            held.AddRange(counties.All.Select(Hold));
            var manifest = new Manifest(1, time.Now(), installation.Database.ToString(), [.. counties.All.OrderBy(c => c.Code).Select(c => new ManifestCounty(c.Code, c.Name))]) { WithKeys = passphrase is not null };
            var snapshots = await Snapshot(work, ct);
            await WholeFile.Write(file, stream => Pack(stream, manifest, snapshots, passphrase, ct));
            return manifest;
        }
        finally
        {
            held.ForEach(h => h.Dispose());
            Directory.Delete(work, recursive: true);
        }
    }

    private async Task<List<(string Entry, string File)>> Snapshot(string work, CancellationToken ct)
    {
        var (snapshots, taken) = (new Snapshots(installation), new List<(string, string)>());
        foreach (var code in counties.All.Select(c => (string?)c.Code).Order(StringComparer.Ordinal).Append(null))
        {
            var file = Path.Combine(work, (code ?? "house") + ".snapshot");
            await snapshots.Take(code, file, ct);
            taken.Add((snapshots.EntryOf(code), file));
        }
        return taken;
    }

    private async Task Pack(Stream stream, Manifest manifest, List<(string Entry, string File)> snapshots, string? passphrase, CancellationToken ct)
    {
        await using var zip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true);
        await using var tar = new TarWriter(zip);
        await Text(tar, Manifest.Entry, manifest.ToJson(), ct);
        if (passphrase is not null)
        {
            await Text(tar, KeyPacket.Entry, JsonSerializer.Serialize(KeyPacket.Pack(installation.KeysDirectory, passphrase)), ct);
        }
        foreach (var (entry, file) in snapshots.Concat(counties.All.SelectMany(FilesOf)))
        {
            await tar.WriteEntryAsync(file, entry, ct);
        }
    }

    private static async Task Text(TarWriter tar, string name, string text, CancellationToken ct)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = bytes }, ct);
    }

    private static IEnumerable<(string Entry, string File)> FilesOf(County county) =>
        from part in new[] { "files", "seals" }
        let folder = Path.Combine(county.Folder, part)
        where Directory.Exists(folder)
        from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        let inside = Path.GetRelativePath(folder, file)
        where !inside.StartsWith("incoming", StringComparison.Ordinal) && !inside.EndsWith(".partial", StringComparison.Ordinal)
        select ($"counties/{county.Code}/{part}/{inside}", file);

    private static IDisposable Hold(County county) => FilesHeld.TryHold(county)
        ?? throw new RuleViolation("backup-busy", $"{county.Name}正在备份或清理文件，请稍后再试。");
}
