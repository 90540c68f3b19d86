using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace Yimen.Platform.Crypto;

/// <summary>The commercial ciphers that 密评 (GB/T 39786-2021) asks for: SM3 digest and HMAC (GB/T 32905), SM4 in GCM (GB/T 32907).</summary>
public static class Sm
{
    private const int NonceBytes = 12;
    private const int TagBits = 128;

    public static byte[] Sm3(ReadOnlySpan<byte> data)
    {
        var digest = new SM3Digest();
        digest.BlockUpdate(data);
        var hash = new byte[32];
        digest.DoFinal(hash, 0);
        return hash;
    }

    public static byte[] HmacSm3(byte[] key, ReadOnlySpan<byte> data)
    {
        var mac = new HMac(new SM3Digest());
        mac.Init(new KeyParameter(key));
        mac.BlockUpdate(data);
        var hash = new byte[32];
        mac.DoFinal(hash, 0);
        return hash;
    }

    /// <summary>Nonce, then ciphertext with its tag.</summary>
    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        RandomNumberGenerator.Fill(nonce);
        var cipher = Cipher(true, key, nonce);
        var sealedBytes = new byte[NonceBytes + cipher.GetOutputSize(plain.Length)];
        nonce.CopyTo(sealedBytes);
        var written = cipher.ProcessBytes(plain, sealedBytes.AsSpan(NonceBytes));
        cipher.DoFinal(sealedBytes.AsSpan(NonceBytes + written));
        return sealedBytes;
    }

    /// <exception cref="Org.BouncyCastle.Crypto.InvalidCipherTextException">The key is another one, or the text was altered.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> sealedBytes)
    {
        var cipher = Cipher(false, key, sealedBytes[..NonceBytes]);
        var plain = new byte[cipher.GetOutputSize(sealedBytes.Length - NonceBytes)];
        var written = cipher.ProcessBytes(sealedBytes[NonceBytes..], plain);
        cipher.DoFinal(plain.AsSpan(written));
        return plain;
    }

    private static GcmBlockCipher Cipher(bool forSealing, byte[] key, ReadOnlySpan<byte> nonce)
    {
        var cipher = new GcmBlockCipher(new SM4Engine());
        cipher.Init(forSealing, new AeadParameters(new KeyParameter(key), TagBits, nonce.ToArray()));
        return cipher;
    }
}
