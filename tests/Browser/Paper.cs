using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>Small real files as an applicant would bring them.</summary>
internal static class Paper
{
    private static readonly (byte Red, byte Green, byte Blue) Red = (200, 30, 30), Ink = (70, 70, 70), White = (252, 251, 248);

    /// <summary>A page in writing with a red seal at its foot.</summary>
    public static FilePayload Picture(string name) => Png(name, 420, 594, (x, y) => Math.Abs(Math.Sqrt(Math.Pow(x - 300, 2) + Math.Pow(y - 470, 2)) - 55) < 4 ? Red
        : y is > 60 and < 400 && y % 24 < 8 && x is > 50 and < 370 && (x + y) % 19 < 14 ? Ink
        : White);

    /// <summary>A picture as a telephone's camera makes it: 3000 × 2000 points in grain, which cannot be packed, some 18 MB.</summary>
    public static FilePayload Photograph(string name)
    {
        var grain = new Random(7);
        return Png(name, 3000, 2000, (_, _) => ((byte)grain.Next(256), (byte)grain.Next(256), (byte)grain.Next(256)));
    }

    /// <summary>One empty page.</summary>
    public static FilePayload Pdf(string name)
    {
        string[] parts =
        [
            "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
            "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n",
            "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n",
        ];
        var text = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var part in parts)
        {
            places.Add(text.Length);
            text.Append(part);
        }

        var table = text.Length;
        text.Append("xref\n0 4\n0000000000 65535 f \n").AppendJoin("", places.Select(p => $"{p:D10} 00000 n \n"));
        text.Append($"trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return new() { Name = name, MimeType = "application/pdf", Buffer = Encoding.ASCII.GetBytes(text.ToString()) };
    }

    private static FilePayload Png(string name, int width, int height, Func<int, int, (byte Red, byte Green, byte Blue)> colour)
    {
        using var points = new MemoryStream();
        using (var packed = new ZLibStream(points, CompressionLevel.Fastest, leaveOpen: true))
        {
            var line = new byte[1 + (width * 3)]; // the first says: no filter
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    (line[1 + (x * 3)], line[2 + (x * 3)], line[3 + (x * 3)]) = colour(x, y);
                }

                packed.Write(line);
            }
        }

        var shape = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(shape, width);
        BinaryPrimitives.WriteInt32BigEndian(shape.AsSpan(4), height);
        (shape[8], shape[9]) = (8, 2); // eight bits for each of three colours
        byte[] all = [137, 80, 78, 71, 13, 10, 26, 10, .. Chunk("IHDR", shape), .. Chunk("IDAT", points.ToArray()), .. Chunk("IEND", [])];
        return new() { Name = name, MimeType = "image/png", Buffer = all };
    }

    private static byte[] Chunk(string kind, byte[] body)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(kind), .. body];
        var ends = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(ends, body.Length);
        BinaryPrimitives.WriteUInt32BigEndian(ends.AsSpan(4), ~named.Aggregate(~0u, Crc));
        return [.. ends[..4], .. named, .. ends[4..]];
    }

    private static uint Crc(uint sum, byte next)
    {
        sum ^= next;
        for (var bit = 0; bit < 8; bit++)
        {
            sum = (sum >> 1) ^ ((sum & 1) == 0 ? 0 : 0xEDB88320);
        }

        return sum;
    }
}
