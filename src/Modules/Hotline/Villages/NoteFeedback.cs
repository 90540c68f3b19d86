using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Hotline.Api;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Villages;

/// <summary>A village's feedback as a program sends it.</summary>
public sealed record FeedbackInput(
    [property: Required(ErrorMessage = "请填写村居的区划代码 village。"), MaxLength(12, ErrorMessage = "区划代码为 12 位。")] string? Village,
    [property: Required(ErrorMessage = "请填写反馈 text。"), MaxLength(FeedbackInput.MostText, ErrorMessage = "反馈不能超过 1000 个字。")] string? Text)
{
    internal const int MostText = 1000;
    internal const int LeastText = 2;
}

public sealed record FeedbackView(OrderVerbView Order, IReadOnlyList<Choice> Villages);

/// <summary>村居反馈 — noted by the town for a village that was given something to look into.</summary>
internal static class NoteFeedback
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/orders/{id:guid}/errand-report", async (HttpContext http, Guid id, OrderDesk desk, CancellationToken ct) =>
        {
            var found = await desk.Find(http, id, OrderPermissions.Sign, ct);
            OrderLifecycle.Table.After(found.State, OrderVerb.TakeFeedback);
            return Page.Of<FeedbackPage>(http, await View(http, found, desk, new(), ct));
        }).RequirePermission(OrderPermissions.Sign);
        app.MapPost("/desk/orders/{id:guid}/errand-report", Post).RequirePermission(OrderPermissions.Sign);
        app.MapPost("/api/v1/orders/{id:guid}/errand-report", (HttpContext http, Guid id, FeedbackInput input, OrderDesk desk, CancellationToken ct) =>
            desk.ChangeByApi(http, id, OrderPermissions.Sign, Change(input.Village!, input.Text!.Trim()), ct)).RequirePermission(OrderPermissions.Sign).Described("登记村居对交办事项的反馈");
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, OrderDesk desk, CancellationToken ct)
    {
        var (village, text, errors) = (http.Request.Text("village", 12), http.Request.Text("text", FeedbackInput.MostText), new FormErrors());
        if (village.Length == 0)
        {
            errors.Add("village", "请选择村居。");
        }

        if (text.Length < FeedbackInput.LeastText)
        {
            errors.Add("text", "请写明村居反馈的情况。");
        }

        return await KeptForm.Try(errors,
            () => OrderPages.Do(http, id, OrderPermissions.Sign, Change(village, text), desk, "已登记村居反馈。", ct),
            async status => Page.Of<FeedbackPage>(http, await View(http, await desk.Find(http, id, OrderPermissions.Sign, ct), desk, errors, ct), status),
            ("no-errand", "village"), KeptForm.AnyRule);
    }

    private static OrderChange Change(string village, string text) => new((o, by) => o.TakeFeedback(new(village), text, by.Act));

    private static async Task<FeedbackView> View(HttpContext http, WorkOrder o, OrderDesk desk, FormErrors errors, CancellationToken ct) =>
        new(await OrderPages.View(http, o, desk, errors, ct), [.. o.Errands.Where(e => e.IsOpen).OrderBy(e => e.Due).Select(e => new Choice(e.Village.Value, $"{e.VillageName}：{e.What}"))]);
}
