using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;

namespace Yimen.Cases.Materials;

/// <summary>上传材料 — one file for one material of a draft, where what was there before is forgotten, or of a case that waits for a correction.</summary>
internal sealed class MaterialUpload(AppDb db, MyCases mine, FileStore store, IdSource ids)
{
    // more than the store takes, so that a file somewhat too large is refused in words beside its field
    private const long MostPosted = 48L << 20;

    /// <summary>Raises the limits of the endpoint that takes files.</summary>
    public static void Raise(IEndpointConventionBuilder endpoint) =>
        endpoint.WithMetadata(new RequestSizeLimitAttribute(MostPosted), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MostPosted });

    /// <exception cref="RuleViolation"><c>file-missing</c>, and those of <see cref="FileStore.Receive"/>.</exception>
    /// <exception cref="NotThere">The case is not the visitor's, or has no such material.</exception>
    public async Task Receive(HttpContext http, Guid caseId, Guid materialId, IFormFile? file, CancellationToken ct)
    {
        var found = await mine.Find(http, caseId, ct);
        if (found.OpenCorrection is null)
        {
            CaseLifecycle.Table.After(found.State, CaseVerb.Save);
        }

        if (found.Materials.All(m => m.Id != materialId))
        {
            throw new NotThere();
        }

        if (file is null)
        {
            throw new RuleViolation("file-missing", "请先选择要上传的文件。");
        }

        await using var content = file.OpenReadStream();
        var received = await store.Receive(content, file.FileName, FileLimits.Material, ct);
        await mine.Change(http, caseId, new CaseChange(async (c, act, _) =>
        {
            var row = StoredFile.Of(ids.NewId(act.Now), received, c.Ref, act);
            db.Add(row);
            if (c.OpenCorrection is not null)
            {
                c.Resubmit(materialId, row.Id, received.Name, act); // what was handed in first stays, to be compared
                return;
            }

            await Forget(c, materialId, ct);
            c.Attach(materialId, row.Id, received.Name, act);
        }), ct);
    }

    public Task Remove(HttpContext http, Guid caseId, Guid materialId, CancellationToken ct) =>
        mine.Change(http, caseId, new CaseChange(async (c, act, _) =>
        {
            await Forget(c, materialId, ct);
            c.Attach(materialId, null, null, act);
        }), ct);

    // the row goes; the bytes are swept later unless another row speaks of them
    private async Task Forget(Case c, Guid materialId, CancellationToken ct)
    {
        if (c.Materials.FirstOrDefault(m => m.Id == materialId)?.FileId is { } before && await db.Set<StoredFile>().FirstOrDefaultAsync(f => f.Id == before, ct) is { } row)
        {
            db.Remove(row);
        }
    }
}
