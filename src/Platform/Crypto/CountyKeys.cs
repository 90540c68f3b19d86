using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Yimen.Kernel;

namespace Yimen.Platform.Crypto;

/// <summary>A county's keys, kept beside its data and never inside it (ruling 20): a copy of the database alone opens nothing and proves nothing.</summary>
public sealed class CountyKeys
{
    private readonly KeyFile file;
    private readonly byte[] journal;
    private readonly byte[] index;
    private readonly Dictionary<string, byte[]> personal;

    private CountyKeys(KeyFile file)
    {
        this.file = file;
        journal = Convert.FromHexString(file.Journal);
        index = Convert.FromHexString(file.Index);
        personal = file.Personal.ToDictionary(p => p.Key, p => Convert.FromHexString(p.Value));
    }

    /// <summary>Reads the file, or makes a new ring readable by its owner alone (0600).</summary>
    /// <exception cref="RuleViolation"><c>keys-missing</c>: the data was restored without them, and new ones would open nothing of it.</exception>
    public static CountyKeys LoadOrCreate(string path)
    {
        if (File.Exists(path))
        {
            return new CountyKeys(JsonSerializer.Deserialize<KeyFile>(File.ReadAllText(path))!);
        }

        if (File.Exists(path + ".missing"))
        {
            throw new RuleViolation("keys-missing", $"密钥 {path} 在恢复时缺失，没有启动。请放回密钥并删除 {path}.missing；确定不再需要旧的加密内容时，只删除该文件即可重新生成密钥。");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var fresh = new KeyFile(NewKey(32), NewKey(32), "k1", new() { ["k1"] = NewKey(16) });
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(path, options);
        JsonSerializer.Serialize(stream, fresh);
        return new CountyKeys(fresh);
    }

    /// <summary>Seals a personal value under the current key.</summary>
    public Sealed Seal(string? plain) => string.IsNullOrEmpty(plain)
        ? default
        : new($"{file.CurrentPersonal}:{Convert.ToBase64String(Sm.Seal(personal[file.CurrentPersonal], Encoding.UTF8.GetBytes(plain)))}");

    /// <summary>The plain value; null when there is none or its key is not on this ring (a restore without keys).</summary>
    public string? Open(Sealed value)
    {
        if (value.IsEmpty)
        {
            return null;
        }

        var at = value.Text.IndexOf(':');
        return personal.TryGetValue(value.Text[..at], out var key)
            ? Encoding.UTF8.GetString(Sm.Open(key, Convert.FromBase64String(value.Text[(at + 1)..])))
            : null;
    }

    /// <summary>A keyed digest by which equal values find each other without being readable (HMAC-SM3).</summary>
    public string IndexOf(string plain) => Convert.ToHexStringLower(Sm.HmacSm3(index, Encoding.UTF8.GetBytes(plain)));

    /// <summary>The next link of a journal's chain.</summary>
    public string Chain(string previous, string canonical) =>
        Convert.ToHexStringLower(Sm.HmacSm3(journal, Encoding.UTF8.GetBytes(previous + "\n" + canonical)));

    private static string NewKey(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));

    private sealed record KeyFile(string Journal, string Index, string CurrentPersonal, Dictionary<string, string> Personal);
}
