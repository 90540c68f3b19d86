using System.Text;

namespace Yimen.ComposeWorld;

/// <summary>The world's folder. Files are written whole, UTF-8 without a byte order mark, LF.</summary>
sealed class Output(string folder, bool writes)
{
    /// <summary>Files whose content on disk was not what the sources give.</summary>
    public int Changed { get; private set; }

    /// <summary>The same, where they were only looked at and are still wrong.</summary>
    public int Stale => writes ? 0 : Changed;

    public string At(string name) => Path.Combine(folder, name);

    public void Write(string name, string text)
    {
        var bytes = new UTF8Encoding(false).GetBytes(text);
        var same = File.Exists(At(name)) && File.ReadAllBytes(At(name)).AsSpan().SequenceEqual(bytes);
        Changed += same ? 0 : 1;
        if (writes && !same)
        {
            File.WriteAllBytes(At(name), bytes);
        }

        Console.WriteLine($"{name,-28} {bytes.Length,10:N0} bytes  {(same ? "unchanged" : writes ? "written" : "STALE")}");
    }
}
