using System.Security.Cryptography;
using System.Text;
using Yimen.Platform.Crypto;

namespace Yimen.Hotline.City;

/// <summary>签名 — HMAC-SM3 over time, nonce and body. A message older than five minutes, or with a nonce seen before, is refused.</summary>
internal static class CitySignature
{
    public const string Timestamp = "X-Yimen-Timestamp";
    public const string Nonce = "X-Yimen-Nonce";
    public const string Signature = "X-Yimen-Signature";
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public static string Of(string secret, string timestamp, string nonce, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes($"{timestamp}\n{nonce}\n");
        var all = new byte[head.Length + body.Length];
        head.CopyTo(all, 0);
        body.CopyTo(all.AsSpan(head.Length));
        return Convert.ToHexStringLower(Sm.HmacSm3(Encoding.UTF8.GetBytes(secret), all));
    }

    public static bool Same(string expected, string given) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(given));
}
