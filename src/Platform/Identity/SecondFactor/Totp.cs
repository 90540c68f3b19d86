using System.Security.Cryptography;
using Yimen.Platform.Crypto;

namespace Yimen.Platform.Identity.SecondFactor;

/// <summary>Time-based one-time passwords (RFC 6238): HMAC-SHA-1, thirty seconds, six digits, as every authenticator app speaks them.</summary>
internal static class Totp
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int SecondsPerStep = 30;

    /// <summary>A fresh secret of 160 bits in base 32.</summary>
    internal static string NewSecret() => ToBase32(RandomNumberGenerator.GetBytes(20));

    internal static bool IsSecret(string? text) => text is { Length: 32 } && text.All(Letters.Contains);

    /// <summary>The step whose code this is, one step early or late at most; null when it is none.</summary>
    internal static long? StepOf(string secret, string code, DateTimeOffset now)
    {
        var step = now.ToUnixTimeSeconds() / SecondsPerStep;
        return new long[] { step, step - 1, step + 1 }.Where(s => CodeAt(secret, s) == code).Select(s => (long?)s).FirstOrDefault();
    }

    internal static string CodeAt(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 fixes SHA-1 for the apps people have; as an HMAC it is sound
        var hash = HMACSHA1.HashData(FromBase32(secret), counter);
#pragma warning restore CA5350
        var at = hash[^1] & 0x0F;
        var number = ((hash[at] & 0x7F) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return (number % 1_000_000).ToString("000000");
    }

    /// <summary>The address that an authenticator app reads from the QR code.</summary>
    internal static string Address(string secret, string issuer, string user) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(user)}?secret={secret}&issuer={Uri.EscapeDataString(issuer)}";

    internal static string ToBase32(ReadOnlySpan<byte> bytes)
    {
        var text = new char[(bytes.Length * 8) / 5];
        for (var i = 0; i < text.Length; i++)
        {
            var (at, offset) = ((i * 5) / 8, (i * 5) % 8);
            var two = (bytes[at] << 8) | (at + 1 < bytes.Length ? bytes[at + 1] : 0);
            text[i] = Letters[(two >> (11 - offset)) & 31];
        }

        return new(text);
    }

    internal static byte[] FromBase32(string text)
    {
        var bytes = new byte[(text.Length * 5) / 8];
        for (var i = 0; i < text.Length; i++)
        {
            var (at, value) = ((i * 5) / 8, Letters.IndexOf(text[i]) << (11 - ((i * 5) % 8)));
            bytes[at] |= (byte)(value >> 8);
            if (at + 1 < bytes.Length)
            {
                bytes[at + 1] |= (byte)value;
            }
        }

        return bytes;
    }
}

/// <summary>A code on paper for the day the telephone is lost; stored as a digest, good for one sign-in.</summary>
internal static class RecoveryCode
{
    internal const int Count = 10;
    internal const int Length = 10;

    internal static string Digest(string code) =>
        Convert.ToHexStringLower(Sm.Sm3(System.Text.Encoding.UTF8.GetBytes(code.Replace("-", "").Replace(" ", "").ToUpperInvariant())));
}
