using System.Security.Cryptography;

namespace Yimen.Kernel;

/// <summary>The one source of ids, codes and tokens. Seeded, it repeats itself: a replay writes the same history twice.</summary>
public class IdSource
{
    // no 0/O, 1/I/L: read aloud over the phone and typed by the old
    private const string CodeLetters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    protected virtual void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);

    /// <summary>A version 7 UUID: sorts by <paramref name="now"/>.</summary>
    public Guid NewId(DateTimeOffset now)
    {
        Span<byte> b = stackalloc byte[16];
        Fill(b);
        var ms = now.ToUnixTimeMilliseconds();
        for (var i = 0; i < 6; i++)
        {
            b[i] = (byte)(ms >> (40 - (8 * i)));
        }

        b[6] = (byte)((b[6] & 0x0F) | 0x70);
        b[8] = (byte)((b[8] & 0x3F) | 0x80);
        return new Guid(b, bigEndian: true);
    }

    /// <summary>A short code for people, e.g. the six characters that open a case's progress.</summary>
    public string NewCode(int length)
    {
        Span<byte> b = stackalloc byte[length];
        Fill(b);
        Span<char> c = stackalloc char[length];
        for (var i = 0; i < length; i++)
        {
            c[i] = CodeLetters[b[i] % CodeLetters.Length];
        }

        return new string(c);
    }

    /// <summary>A secret of <paramref name="bytes"/> random bytes as lower-case hex.</summary>
    public string NewToken(int bytes = 32)
    {
        Span<byte> b = stackalloc byte[bytes];
        Fill(b);
        return Convert.ToHexStringLower(b);
    }

    /// <summary>A source that repeats itself for the same seed. Never for production.</summary>
    public static IdSource Seeded(int seed) => new SeededIds(seed);

    private sealed class SeededIds(int seed) : IdSource
    {
        private readonly Random random = new(seed);

        protected override void Fill(Span<byte> bytes)
        {
            lock (random)
            {
                random.NextBytes(bytes);
            }
        }
    }
}
