using System.IO.Compression;

namespace Yimen.Platform.Files;

/// <summary>Tells what a file is from its own bytes, whatever it is called.</summary>
internal static class MagicBytes
{
    public const int Needed = 1024;

    /// <summary>The kinds that the file may be; none when it is nothing that we take.</summary>
    public static IReadOnlyList<FileKind> KindsOf(ReadOnlySpan<byte> head, string path) =>
        head.StartsWith("%PDF-"u8) ? [FileKind.Pdf]
        : head.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? [FileKind.Jpeg]
        : head.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? [FileKind.Png]
        : head.StartsWith("RIFF"u8) && At(head, 8, "WEBP"u8) ? [FileKind.Webp]
        : At(head, 4, "ftyp"u8) && IsHeic(head) ? [FileKind.Heic]
        : head.StartsWith<byte>([0x49, 0x49, 0x2A, 0x00]) || head.StartsWith<byte>([0x4D, 0x4D, 0x00, 0x2A]) ? [FileKind.Tiff]
        : head.StartsWith<byte>([0x50, 0x4B, 0x03, 0x04]) ? Packed(path)
        : head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) ? [FileKind.Doc, FileKind.Xls]
        : [];

    private static bool At(ReadOnlySpan<byte> head, int offset, ReadOnlySpan<byte> magic) => head.Length >= offset + magic.Length && head[offset..].StartsWith(magic);

    private static bool IsHeic(ReadOnlySpan<byte> head) => At(head, 8, "heic"u8) || At(head, 8, "heix"u8) || At(head, 8, "mif1"u8) || At(head, 8, "msf1"u8) || At(head, 8, "hevc"u8);

    // only the list of entries is read; nothing is unpacked, so nothing can blow up
    private static IReadOnlyList<FileKind> Packed(string path)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            return zip.GetEntry("OFD.xml") is not null ? [FileKind.Ofd]
                : zip.GetEntry("[Content_Types].xml") is null ? [FileKind.Zip]
                : zip.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) ? [] // macros are not taken
                : zip.GetEntry("word/document.xml") is not null ? [FileKind.Docx]
                : zip.GetEntry("xl/workbook.xml") is not null ? [FileKind.Xlsx]
                : [];
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }
}
