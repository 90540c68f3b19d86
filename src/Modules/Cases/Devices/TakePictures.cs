using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Materials;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Devices;

/// <summary>拍照和签名 — the document camera, the scanner and the signature pad attach pictures to what was received; by hand a file is chosen.</summary>
internal static class TakePictures
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/pictures", Show).RequirePermission(CounterPermissions.Amend);
        MaterialUpload.Raise(app.MapPost("/desk/cases/{id:guid}/pictures/{materialId:guid}", (HttpContext http, Guid id, Guid materialId, IFormCollection form, Keeping keeping, CancellationToken ct) =>
            Post(http, id, form, keeping, (c, file, name, act) => c.Picture(materialId, file, name, act), ct)).RequirePermission(CounterPermissions.Amend));
        MaterialUpload.Raise(app.MapPost("/desk/cases/{id:guid}/signature", (HttpContext http, Guid id, IFormCollection form, Keeping keeping, CancellationToken ct) =>
            Post(http, id, form, keeping, (c, file, _, act) => c.Sign(file, act), ct)).RequirePermission(CounterPermissions.Amend));
        app.MapGet("/desk/cases/{id:guid}/signature", Signature).RequirePermission(CasePermissions.Read);
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, CaseDesk desk, BridgePort port, CancellationToken ct)
    {
        var c = await desk.Find(http, id, CounterPermissions.Amend, ct);
        return Page.Of<PicturesPage>(http, new PicturesView(c.Id, c.Number, c.ItemName, c.MayAmend, c.SignatureId is not null,
            [.. c.Materials.OrderBy(m => m.Order).Select(m => new PictureRow(m.Id, m.Name, m.FileId is not null))], port.Number));
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, Keeping keeping, Func<Case, Guid, string, Act, Guid?> attach, CancellationToken ct)
    {
        var file = form.Files.GetFile("file") ?? throw new RuleViolation("file-missing", "请先拍照、扫描或选择文件。");
        await keeping.Keep(http, id, file, attach, ct);
        return Page.Then(http, $"/desk/cases/{id}/pictures", "已存入。");
    }

    private static async Task<IResult> Signature(HttpContext http, Guid id, CaseDesk desk, AppDb db, FileStore store, CancellationToken ct)
    {
        var c = await desk.Find(http, id, CasePermissions.Read, ct);
        var file = await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == c.SignatureId && f.MatterId == c.Id, ct) ?? throw new NotThere();
        return FileDownload.Of(http, store, file, inline: true);
    }

    /// <summary>Keeps the bytes, then the row and the verb in one write; what was there before is forgotten.</summary>
    internal sealed class Keeping(AppDb db, CaseDesk desk, FileStore store, IdSource ids)
    {
        public async Task Keep(HttpContext http, Guid id, IFormFile file, Func<Case, Guid, string, Act, Guid?> attach, CancellationToken ct)
        {
            await desk.Find(http, id, CounterPermissions.Amend, ct);
            await using var content = file.OpenReadStream();
            var received = await store.Receive(content, file.FileName, FileLimits.Material, ct);
            await desk.Change(http, id, CounterPermissions.Amend, new CaseChange(async (c, act, _) =>
            {
                var row = StoredFile.Of(ids.NewId(act.Now), received, c.Ref, act);
                db.Add(row);
                if (attach(c, row.Id, received.Name, act) is { } before && await db.Set<StoredFile>().FirstOrDefaultAsync(f => f.Id == before, ct) is { } old)
                {
                    db.Remove(old);
                }
            }), ct);
        }
    }
}

public sealed record PictureRow(Guid Id, string Name, bool There);

public sealed record PicturesView(Guid Id, string Number, string Item, bool Open, bool Signed, IReadOnlyList<PictureRow> Materials, int Bridge)
{
    public string Href => $"/desk/cases/{Id}";
}
