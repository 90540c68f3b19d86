using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Hotline.Files;
using Yimen.Kernel;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Replies;

/// <summary>The liaison's third step: the reply by the 答复规范, with the sealed scan.</summary>
public sealed record ReplyView(OrderVerbView Order, string Day, string Time, string? SentBack);

/// <summary>回复 — written by the liaison, on a phone as well; then it goes up through the unit's levels.</summary>
internal static class WriteReply
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/orders/{id:guid}/reply", async (HttpContext http, Guid id, OrderDesk desk, CancellationToken ct) =>
        {
            var found = await desk.Find(http, id, OrderPermissions.Sign, ct);
            OrderLifecycle.Table.After(found.State, OrderVerb.Reply);
            return Page.Of<ReplyPage>(http, await View(http, found, desk, new(), ct));
        }).RequirePermission(OrderPermissions.Sign);
        app.MapPost("/desk/orders/{id:guid}/reply", Post).RequirePermission(OrderPermissions.Sign).TakesFiles();
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, OrderDesk desk, FileKeeping keeping, CancellationToken ct)
    {
        var errors = new FormErrors();
        var draft = ReplyForm.Read(http.Request, http.Act().Now, errors);
        var scan = form.Files.GetFile("scan");
        if (scan is null)
        {
            errors.Add("scan", "请上传加盖公章的书面答复扫描件或照片。");
        }

        var kept = errors.Count == 0 ? await keeping.Receive(scan!, "scan", FileKeeping.Papers, errors, ct) : null;
        if (draft is null || kept is null)
        {
            return Page.Again<ReplyPage>(http, await View(http, await desk.Find(http, id, OrderPermissions.Sign, ct), desk, errors, ct));
        }

        var change = new OrderChange((o, by) => o.Reply(draft with { Id = by.NewId(), ScanId = keeping.Enter(kept, o, by) }, by.Codes.Levels(by.Act.Today), by.Act, by.Clock));
        return await KeptForm.Try(errors,
            () => OrderPages.Do(http, id, OrderPermissions.Sign, change, desk, "已提交，等待本单位逐级审核。", ct),
            async status => Page.Of<ReplyPage>(http, await View(http, await desk.Find(http, id, OrderPermissions.Sign, ct), desk, errors, ct), status),
            ("scan-missing", "scan"), ("contact-ahead", "contactedOn"), KeptForm.AnyRule);
    }

    private static async Task<ReplyView> View(HttpContext http, WorkOrder o, OrderDesk desk, FormErrors errors, CancellationToken ct)
    {
        var now = ChinaTime.Local(http.Act().Now);
        return new(await OrderPages.View(http, o, desk, errors, ct), $"{now:yyyy-MM-dd}", $"{now:HH:mm}", o.Reviews.Where(r => !r.Passed).MaxBy(r => r.At)?.Remark);
    }
}
