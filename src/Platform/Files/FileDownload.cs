using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Yimen.Platform.Http;

namespace Yimen.Platform.Files;

/// <summary>Hands a stored file out. Whether the visitor may have it is settled before, by the module whose matter it belongs to.</summary>
public static class FileDownload
{
    // whatever a file holds, it may run nothing and load nothing in our name
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; object-src 'self'; frame-ancestors 'none'";

    /// <param name="http">The request.</param>
    /// <param name="store">The county's store.</param>
    /// <param name="file">What is handed out.</param>
    /// <param name="inline">Shows in the browser what a browser can show safely; all else is saved.</param>
    public static IResult Of(HttpContext http, FileStore store, StoredFile file, bool inline = false)
    {
        var kind = FileKind.OfMediaType(file.MediaType);
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "private, no-store";
        http.UsePolicy(kind == FileKind.Pdf ? Policy : "sandbox; " + Policy); // a browser's own PDF viewer does not open in a sandbox
        var disposition = new ContentDispositionHeaderValue(inline && kind?.ShowsInline == true ? "inline" : "attachment");
        disposition.SetHttpFileName(FileName.Clean(file.Name));
        headers.ContentDisposition = disposition.ToString();
        return Results.Stream(store.Open(file), kind?.MediaType ?? "application/octet-stream", enableRangeProcessing: true);
    }
}
