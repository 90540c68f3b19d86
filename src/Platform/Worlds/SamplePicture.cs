using System.Buffers.Binary;
using System.IO.Compression;

namespace Yimen.Platform.Worlds;

/// <summary>What people of a demo world photograph: a PNG of coloured fields, another for every number, and nothing that could be taken for a real place.</summary>
public static class SamplePicture
{
    private const int Side = 240;
    private const int Field = 40;
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Png(int number)
    {
        using var png = new MemoryStream();
        png.Write(Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Side);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Side);
        (header[8], header[9]) = (8, 2); // eight bits, red green blue
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "IDAT"u8, Packed(number));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Packed(int number)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var y = 0; y < Side; y++)
            {
                zlib.WriteByte(0);
                for (var x = 0; x < Side; x++)
                {
                    var light = (byte)(120 + ((number * 37) + (x / Field * 19) + (y / Field * 31)) % 110);
                    zlib.Write([light, (byte)(light - 20), (byte)(light + 20)]);
                }
            }
        }

        return packed.ToArray();
    }

    private static void Chunk(Stream png, ReadOnlySpan<byte> kind, byte[] data)
    {
        byte[] all = [.. kind, .. data];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(all);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(all));
        png.Write(number);
    }

    // CRC-32 of ISO 3309, as PNG asks for it
    private static uint Crc(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var octet in data)
        {
            crc ^= octet;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }
}
