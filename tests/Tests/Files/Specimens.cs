using System.IO.Compression;
using System.Text;

namespace Yimen.Tests.Files;

/// <summary>Small files of every kind, made here.</summary>
internal static class Specimens
{
    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF");
    public static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];
    public static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16];
    public static readonly byte[] Heic = [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0];
    public static readonly byte[] Html = Encoding.UTF8.GetBytes("<script>alert(1)</script>");

    public static byte[] Of(string ending) => ending switch
    {
        ".pdf" => Pdf,
        ".png" => Png,
        ".jpg" => Jpeg,
        ".heic" => Heic,
        ".webp" => [.. "RIFF"u8, 4, 0, 0, 0, .. "WEBP"u8],
        ".tif" => [0x49, 0x49, 0x2A, 0x00],
        ".doc" or ".xls" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
        ".ofd" => Zip("OFD.xml"),
        ".docx" => Zip("[Content_Types].xml", "word/document.xml"),
        ".xlsx" => Zip("[Content_Types].xml", "xl/workbook.xml"),
        ".zip" => Zip("a.txt"),
        _ => throw new ArgumentOutOfRangeException(nameof(ending)),
    };

    public static byte[] Zip(params string[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            Array.ForEach(entries, e => zip.CreateEntry(e));
        }
        return bytes.ToArray();
    }
}

/// <summary>An upload that is cut off: so many bytes come, then the line is dead.</summary>
internal sealed class BrokenStream(long until) : Stream
{
    private long sent;

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (sent >= until)
        {
            throw new IOException("the line is dead");
        }
        var now = (int)Math.Min(count, until - sent);
        buffer.AsSpan(offset, now).Fill(0x25);
        sent += now;
        return now;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => sent; set => throw new NotSupportedException(); }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
