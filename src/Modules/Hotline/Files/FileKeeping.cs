using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Files;

/// <summary>Keeps what a form of this room carries: the bytes first, their row in the write of the verb.</summary>
internal sealed class FileKeeping(AppDb db, FileStore store, IdSource ids)
{
    private const long MostKept = 20L << 20;

    /// <summary>现场照片.</summary>
    public static readonly FileLimits Pictures = new(MostKept, FileKind.Images);

    /// <summary>Scans, evidence, what a caller has to show: PDF or pictures.</summary>
    public static readonly FileLimits Papers = new(MostKept, [FileKind.Pdf, .. FileKind.Images]);

    /// <returns>Null when the file is refused, with the reason at its field: one that lies about its kind, one too large.</returns>
    public async Task<ReceivedFile?> Receive(IFormFile file, string field, FileLimits limits, FormErrors errors, CancellationToken ct)
    {
        try
        {
            await using var content = file.OpenReadStream();
            return await store.Receive(content, file.FileName, limits, ct);
        }
        catch (RuleViolation refused) when (refused.Code.StartsWith("file-", StringComparison.Ordinal))
        {
            errors.Add(field, refused.Message);
            return null;
        }
    }

    public Guid Enter(ReceivedFile kept, WorkOrder o, OrderAct by)
    {
        var row = StoredFile.Of(ids.NewId(by.Act.Now), kept, o.Ref, by.Act);
        db.Add(row);
        return row.Id;
    }
}

internal static class FileDoors
{
    // more than the store takes, so that a file somewhat too large is refused in words beside its field
    private const long MostPosted = 48L << 20;

    /// <summary>Raises the limits of a door that takes files.</summary>
    public static void TakesFiles(this IEndpointConventionBuilder endpoint) =>
        endpoint.WithMetadata(new RequestSizeLimitAttribute(MostPosted), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MostPosted });
}
