using System.Security.Cryptography;
using System.Text.Json;
using Org.BouncyCastle.Crypto;
using Yimen.Kernel;
using Yimen.Platform.Crypto;

namespace Yimen.Platform.Archives;

/// <summary>The key rings of an installation under a passphrase: SM4-GCM with a key stretched by PBKDF2 (GB/T 32907; RFC 8018).</summary>
internal sealed record KeyPacket(string Salt, int Rounds, string Sealed)
{
    public const string Entry = "keys.sealed";
    private const int OurRounds = 600_000;
    private const int KeyBytes = 16;

    public static KeyPacket Pack(string keysDirectory, string passphrase)
    {
        var files = Directory.EnumerateFiles(keysDirectory, "*.json").ToDictionary(f => Path.GetFileName(f)!, File.ReadAllText);
        var salt = RandomNumberGenerator.GetBytes(16);
        return new(Convert.ToHexStringLower(salt), OurRounds, Convert.ToBase64String(Sm.Seal(KeyOf(passphrase, salt, OurRounds), JsonSerializer.SerializeToUtf8Bytes(files))));
    }

    /// <summary>The rings by file name.</summary>
    /// <exception cref="RuleViolation"><c>passphrase</c>: it is another one.</exception>
    public Dictionary<string, string> Open(string passphrase)
    {
        try
        {
            var plain = Sm.Open(KeyOf(passphrase, Convert.FromHexString(Salt), Rounds), Convert.FromBase64String(Sealed));
            return JsonSerializer.Deserialize<Dictionary<string, string>>(plain)!;
        }
        catch (InvalidCipherTextException)
        {
            throw new RuleViolation("passphrase", "口令不对，密钥没有恢复，什么也没有改动。");
        }
    }

    private static byte[] KeyOf(string passphrase, byte[] salt, int rounds) => Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, rounds, HashAlgorithmName.SHA256, KeyBytes);
}
