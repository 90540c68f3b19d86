using Org.BouncyCastle.Crypto.Digests;
using Yimen.Kernel;
using Yimen.Platform.Counties;

namespace Yimen.Platform.Files;

/// <summary>
/// A county's files on its own disk, each under the hash of its content. What comes in is written aside while it is hashed and counted, examined,
/// and renamed to its place: a file is there wholly or not at all.
/// </summary>
public sealed class FileStore(CountyScope scope, IdSource ids, TimeProvider time)
{
    private const int Piece = 81920;

    private string Folder => Path.Combine(scope.County.Folder, "files");

    private string Incoming => Path.Combine(Folder, "incoming");

    /// <summary>Takes a file in, never whole in memory.</summary>
    /// <param name="content">Read to its end; when it breaks off nothing is left behind.</param>
    /// <param name="name">As it was sent.</param>
    /// <param name="limits">What is taken here.</param>
    /// <param name="ct">Cancels and leaves nothing behind.</param>
    /// <exception cref="RuleViolation"><c>file-empty</c>, <c>file-too-large</c>, <c>file-type</c>: says in Chinese what to do instead.</exception>
    public async Task<ReceivedFile> Receive(Stream content, string? name, FileLimits limits, CancellationToken ct = default)
    {
        Directory.CreateDirectory(Incoming);
        var aside = Path.Combine(Incoming, ids.NewToken(16));
        try
        {
            var (hash, size, head) = await Write(content, aside, limits.MostBytes, ct);
            var clean = FileName.Clean(name);
            var kind = KindOf(head, aside, clean, limits);
            Settle(aside, PathOf(hash));
            return new ReceivedFile(hash, size, kind, clean);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>Opens the bytes for reading.</summary>
    /// <exception cref="FileNotFoundException">The row is there and the bytes are not: the disk was meddled with.</exception>
    public FileStream Open(StoredFile file) => new(PathOf(file.Hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Piece, FileOptions.Asynchronous);

    public bool Has(string hash) => File.Exists(PathOf(hash));

    private string PathOf(string hash) => Path.Combine(Folder, hash[..2], hash[2..4], hash);

    private static async Task<(string Hash, long Size, byte[] Head)> Write(Stream content, string aside, long most, CancellationToken ct)
    {
        var (digest, piece, head, size) = (new SM3Digest(), new byte[Piece], Array.Empty<byte>(), 0L);
        await using var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous);
        while (await content.ReadAtLeastAsync(piece, MagicBytes.Needed, throwOnEndOfStream: false, ct) is > 0 and var read)
        {
            head = size == 0 ? piece[..Math.Min(read, MagicBytes.Needed)] : head;
            size += read;
            if (size > most)
            {
                throw new RuleViolation("file-too-large", $"文件超过了 {most / 1024 / 1024} MB，没有保存。请压缩或拆分后再上传。");
            }
            digest.BlockUpdate(piece, 0, read);
            await file.WriteAsync(piece.AsMemory(0, read), ct);
        }
        file.Flush(flushToDisk: true);
        var hash = new byte[32];
        digest.DoFinal(hash, 0);
        return size > 0 ? (Convert.ToHexStringLower(hash), size, head) : throw new RuleViolation("file-empty", "文件是空的，请重新选择。");
    }

    private static FileKind KindOf(byte[] head, string path, string name, FileLimits limits)
    {
        var shown = MagicBytes.KindsOf(head, path);
        var wanted = string.Join("、", limits.Kinds.Select(k => k.Name));
        return shown.FirstOrDefault(k => k.Ends(name) && limits.Kinds.Contains(k))
            ?? throw new RuleViolation("file-type", shown.Count == 0 || !shown.Any(limits.Kinds.Contains)
                ? $"不能接收这种文件。可以上传：{wanted}。"
                : $"文件内容是{shown[0].Name}，与文件名“{name}”的后缀不符。请用正确的后缀保存后再上传。");
    }

    /// <summary>Renames to the final place. Bytes that lie there already are made young again, so that the sweep does not take them for left over.</summary>
    private void Settle(string aside, string place)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.SetLastWriteTimeUtc(aside, time.GetUtcNow().UtcDateTime);
        try
        {
            File.SetLastWriteTimeUtc(place, time.GetUtcNow().UtcDateTime);
        }
        catch (FileNotFoundException)
        {
            File.Move(aside, place, overwrite: true);
        }
    }
}
