namespace Yimen.Platform.Files;

/// <summary>Writes a file wholly or not at all: beside it first, then renamed over it.</summary>
public static class WholeFile
{
    public static Task Write(string path, string text, CancellationToken ct = default) =>
        Write(path, async stream => await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), ct));

    public static async Task Write(string path, Func<FileStream, Task> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var partial = path + ".partial";
        try
        {
            await using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }
}
