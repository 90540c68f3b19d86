using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Hotline.Files;
using Yimen.Kernel;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Replies;

public sealed record PhotoRow(Guid FileId, string Name, string Who, DateTimeOffset At);

public sealed record PhotosView(OrderVerbView Order, IReadOnlyList<PhotoRow> Photos);

/// <summary>上传照片 — the liaison's second step, on the spot; several at once.</summary>
internal static class TakePhotos
{
    private const int MostAtOnce = 9;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/orders/{id:guid}/photos", async (HttpContext http, Guid id, OrderDesk desk, CancellationToken ct) =>
        {
            var found = await desk.Find(http, id, OrderPermissions.Sign, ct);
            OrderLifecycle.Table.After(found.State, OrderVerb.Reply);
            return Page.Of<PhotosPage>(http, await View(http, found, desk, new(), ct));
        }).RequirePermission(OrderPermissions.Sign);
        app.MapPost("/desk/orders/{id:guid}/photos", Post).RequirePermission(OrderPermissions.Sign).TakesFiles();
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, OrderDesk desk, FileKeeping keeping, CancellationToken ct)
    {
        var (errors, files) = (new FormErrors(), form.Files.GetFiles("photos"));
        await desk.Find(http, id, OrderPermissions.Sign, ct);
        if (files.Count is 0 or > MostAtOnce)
        {
            errors.Add("photos", files.Count == 0 ? "请先拍照或者选择照片。" : $"一次最多上传 {MostAtOnce} 张。");
        }

        var kept = new List<Platform.Files.ReceivedFile>();
        foreach (var file in errors.Count > 0 ? [] : files)
        {
            if (await keeping.Receive(file, "photos", FileKeeping.Pictures, errors, ct) is { } received)
            {
                kept.Add(received);
            }
        }

        if (errors.Count > 0)
        {
            return Page.Again<PhotosPage>(http, await View(http, await desk.Find(http, id, OrderPermissions.Sign, ct), desk, errors, ct));
        }

        return await OrderPages.Do(http, id, OrderPermissions.Sign, new OrderChange((o, by) => kept.ForEach(k =>
            o.Attach(new OrderFile { Id = by.NewId(), FileId = keeping.Enter(k, o, by), Name = k.Name, ByName = by.Act.By.Name, At = by.Act.Now }, by.Act))), desk, $"已上传 {kept.Count} 张照片。", ct);
    }

    private static async Task<PhotosView> View(HttpContext http, WorkOrder o, OrderDesk desk, FormErrors errors, CancellationToken ct) =>
        new(await OrderPages.View(http, o, desk, errors, ct), [.. o.Files.Where(p => !p.FromCaller).OrderBy(p => p.At).Select(p => new PhotoRow(p.FileId, p.Name, p.ByName, p.At))]);
}
