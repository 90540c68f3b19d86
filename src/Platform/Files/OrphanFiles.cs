using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Platform.Files;

/// <summary>Removes bytes that no row speaks of: an upload whose form was never sent, a change that was rolled back, a process that was killed.</summary>
public sealed class OrphanFiles(AppDb db, CountyScope scope)
{
    private string Folder => Path.Combine(scope.County.Folder, "files");

    /// <summary>Removes what is older than <paramref name="before"/>. Does nothing while a backup reads the files.</summary>
    public async Task<int> Sweep(DateTimeOffset before, CancellationToken ct = default)
    {
        if (!Directory.Exists(Folder) || FilesHeld.TryHold(scope.County) is not { } held)
        {
            return 0;
        }
        using (held)
        {
            var removed = 0;
            foreach (var batch in Old(Folder, before).Chunk(500))
            {
                var hashes = batch.Select(Path.GetFileName).ToList();
                var known = await db.Set<StoredFile>().Where(f => hashes.Contains(f.Hash)).Select(f => f.Hash).Distinct().ToListAsync(ct);
                removed += batch.Where(f => !known.Contains(Path.GetFileName(f))).Count(f => Remove(f, before));
            }
            return removed;
        }
    }

    private static IEnumerable<string> Old(string folder, DateTimeOffset before) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => File.GetLastWriteTimeUtc(f) < before.UtcDateTime);

    /// <summary>Moves the file away before it looks again: an upload of the same bytes either made it young before that, and it goes back, or finds nothing and brings its own.</summary>
    private bool Remove(string file, DateTimeOffset before)
    {
        var away = Path.Combine(Folder, "incoming", Path.GetFileName(file) + ".old");
        Directory.CreateDirectory(Path.GetDirectoryName(away)!);
        File.Move(file, away, overwrite: true);
        if (File.GetLastWriteTimeUtc(away) >= before.UtcDateTime)
        {
            File.Move(away, file, overwrite: true);
            return false;
        }
        File.Delete(away);
        return true;
    }
}

/// <summary>Held by whoever needs the files to stay as they are (a backup) or removes some (the sweep): never both at once, in any process of this machine.</summary>
public static class FilesHeld
{
    public static IDisposable? TryHold(County county)
    {
        Directory.CreateDirectory(county.Folder);
        try
        {
            return new FileStream(Path.Combine(county.Folder, "files.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
