namespace Yimen.Platform.Files;

/// <summary>A kind of file that may be handed in: what it is called, its media type, and the endings under which it may come.</summary>
public sealed record FileKind(string Name, string MediaType, params string[] Endings)
{
    public static readonly FileKind Pdf = new("PDF", "application/pdf", ".pdf");
    public static readonly FileKind Jpeg = new("JPEG 图片", "image/jpeg", ".jpg", ".jpeg");
    public static readonly FileKind Png = new("PNG 图片", "image/png", ".png");
    public static readonly FileKind Webp = new("WebP 图片", "image/webp", ".webp");
    public static readonly FileKind Heic = new("HEIC 图片", "image/heic", ".heic", ".heif");
    public static readonly FileKind Tiff = new("TIFF 图片", "image/tiff", ".tif", ".tiff");
    public static readonly FileKind Ofd = new("OFD", "application/ofd", ".ofd");
    public static readonly FileKind Docx = new("Word 文档", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");
    public static readonly FileKind Xlsx = new("Excel 表格", Sheet.ContentType, ".xlsx");
    public static readonly FileKind Zip = new("ZIP 压缩包", "application/zip", ".zip");

    /// <summary>Word 97, Excel 97 and WPS share one container; the ending tells them apart, nothing else does.</summary>
    public static readonly FileKind Doc = new("Word 97 文档", "application/msword", ".doc", ".wps");
    public static readonly FileKind Xls = new("Excel 97 表格", "application/vnd.ms-excel", ".xls", ".et");

    public static readonly IReadOnlyList<FileKind> All = [Pdf, Jpeg, Png, Webp, Heic, Tiff, Ofd, Docx, Xlsx, Zip, Doc, Xls];
    public static readonly IReadOnlyList<FileKind> Images = [Jpeg, Png, Webp, Heic];

    public bool Ends(string name) => Endings.Contains(Path.GetExtension(name).ToLowerInvariant());

    /// <summary>What a browser can show by itself, safely.</summary>
    public bool ShowsInline => this == Pdf || this == Jpeg || this == Png || this == Webp;

    public static FileKind? OfMediaType(string? mediaType) => All.FirstOrDefault(k => k.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase));
}
