using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Replies;

/// <summary>The liaison's third step: the reply by the 答复规范, with the sealed scan.</summary>
public sealed record ReplyView(OrderVerbView Order, string Day, string Time, string? SentBack);

/// <summary>回复 — written by the liaison, on a phone as well; then it goes up through the unit's levels.</summary>
internal static class WriteReply
{
    // more than the store takes, so that a file somewhat too large is refused in words beside its field
    private const long MostPosted = 48L << 20;
    private const long MostKept = 20L << 20;

    /// <summary>现场照片.</summary>
    public static readonly FileLimits Pictures = new(MostKept, FileKind.Images);

    /// <summary>PDF or pictures.</summary>
    public static readonly FileLimits Papers = new(MostKept, [FileKind.Pdf, .. FileKind.Images]);

    /// <summary>Raises the limits of a door that takes files.</summary>
    public static void Raise(IEndpointConventionBuilder endpoint) =>
        endpoint.WithMetadata(new RequestSizeLimitAttribute(MostPosted), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MostPosted });

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/orders/{id:guid}/reply", async (HttpContext http, Guid id, OrderDesk desk, CancellationToken ct) =>
        {
            var found = await desk.Find(http, id, OrderPermissions.Sign, ct);
            OrderLifecycle.Table.After(found.State, OrderVerb.Reply);
            return Page.Of<ReplyPage>(http, await View(http, found, desk, new(), ct));
        }).RequirePermission(OrderPermissions.Sign);
        Raise(app.MapPost("/desk/orders/{id:guid}/reply", Post).RequirePermission(OrderPermissions.Sign));
        app.MapGet("/desk/orders/{id:guid}/files/{file:guid}", Open).RequirePermission(OrderPermissions.Read);
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, OrderDesk desk, Keeping keeping, CancellationToken ct)
    {
        var errors = new FormErrors();
        var draft = ReplyForm.Read(http.Request, http.Act().Now, errors);
        var scan = form.Files.GetFile("scan");
        if (scan is null)
        {
            errors.Add("scan", "请上传加盖公章的书面答复扫描件或照片。");
        }

        var kept = errors.Count == 0 ? await keeping.Receive(scan!, "scan", Papers, errors, ct) : null;
        if (draft is null || kept is null)
        {
            return Page.Again<ReplyPage>(http, await View(http, await desk.Find(http, id, OrderPermissions.Sign, ct), desk, errors, ct));
        }

        return await OrderPages.Do(http, id, OrderPermissions.Sign, new OrderChange((o, by) =>
        {
            var file = keeping.Enter(kept, o, by);
            o.Reply(draft with { Id = by.NewId(), ScanId = file }, by.Codes.Levels(by.Act.Today), by.Act, by.Clock);
        }), desk, "已提交，等待本单位逐级审核。", ct);
    }

    private static async Task<IResult> Open(HttpContext http, Guid id, Guid file, OrderDesk desk, AppDb db, FileStore store, PermissionTable table, CancellationToken ct)
    {
        var found = await desk.Find(http, id, OrderPermissions.Read, ct);
        // what a caller sent along stays with that caller's own order
        if (await db.Set<OrderPhoto>().AnyAsync(p => p.FileId == file && p.FromCaller, ct) && !(found.Photos.Any(p => p.FileId == file) && CallerFiles.ShownTo(http.Visitor, found, table)))
        {
            throw new NotThere();
        }

        var row = await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == file && f.MatterKind == WorkOrder.MatterKind && (f.MatterId == id || f.MatterId == found.MasterId), ct) ?? throw new NotThere();
        return FileDownload.Of(http, store, row, inline: true);
    }

    private static async Task<ReplyView> View(HttpContext http, WorkOrder o, OrderDesk desk, FormErrors errors, CancellationToken ct)
    {
        var now = ChinaTime.Local(http.Act().Now);
        return new(await OrderPages.View(http, o, desk, errors, ct), $"{now:yyyy-MM-dd}", $"{now:HH:mm}", o.Reviews.Where(r => !r.Passed).MaxBy(r => r.At)?.Remark);
    }

    /// <summary>Keeps bytes first and enters their row in the write of the verb.</summary>
    internal sealed class Keeping(AppDb db, FileStore store, IdSource ids)
    {
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
}
