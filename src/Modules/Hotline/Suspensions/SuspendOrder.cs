using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Hotline.Api;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Suspensions;

/// <summary>A suspension as a program sends it.</summary>
public sealed record SuspensionInput(
    [property: Required(ErrorMessage = "请填写挂起情形 ground。"), MaxLength(60, ErrorMessage = "情形不能超过 60 个字。")] string? Ground,
    [property: Required(ErrorMessage = "请填写理由 why。"), MaxLength(500, ErrorMessage = "理由不能超过 500 个字。")] string? Why);

public sealed record SuspensionView(OrderVerbView Order, IReadOnlyList<Choice> Grounds);

/// <summary>挂起 — the clock stands on a ground of the list.</summary>
internal static class SuspendOrder
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/orders/{id:guid}/suspension", async (HttpContext http, Guid id, OrderDesk desk, CancellationToken ct) =>
        {
            var found = await desk.Find(http, id, OrderPermissions.Decide, ct);
            OrderLifecycle.Table.After(found.State, OrderVerb.Suspend);
            return Page.Of<SuspensionPage>(http, await View(http, found, desk, new(), ct));
        }).RequirePermission(OrderPermissions.Decide);
        app.MapPost("/desk/orders/{id:guid}/suspension", Post).RequirePermission(OrderPermissions.Decide);
        app.MapPost("/api/v1/orders/{id:guid}/suspension", (HttpContext http, Guid id, SuspensionInput input, OrderDesk desk, CancellationToken ct) =>
            desk.ChangeByApi(http, id, OrderPermissions.Decide, Change(input.Ground!, input.Why!.Trim()), ct)).RequirePermission(OrderPermissions.Decide).Described("按列明的情形挂起");
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, OrderDesk desk, CancellationToken ct)
    {
        var (ground, why, errors) = (http.Request.Text("ground", 60), http.Request.Text("why", 500), new FormErrors());
        if (!(await desk.Codes(ct)).Grounds(http.Act().Today).Contains(ground))
        {
            errors.Add("ground", "请选择挂起的情形；没有列明的情形不能挂起。");
        }

        if (why.Length < 2)
        {
            errors.Add("why", "请写明理由。");
        }

        return await KeptForm.Try(errors,
            () => OrderPages.Do(http, id, OrderPermissions.Decide, Change(ground, why), desk, "已挂起，计时暂停。", ct),
            async status => Page.Of<SuspensionPage>(http, await View(http, await desk.Find(http, id, OrderPermissions.Decide, ct), desk, errors, ct), status),
            ("ground", "ground"), ("reason", "why"), KeptForm.AnyRule);
    }

    private static OrderChange Change(string ground, string why) => new((o, by) =>
        o.Suspend(by.Codes.Grounds(by.Act.Today).Contains(ground) ? ground : "", why, by.Act, by.Clock));

    private static async Task<SuspensionView> View(HttpContext http, WorkOrder o, OrderDesk desk, FormErrors errors, CancellationToken ct) =>
        new(await OrderPages.View(http, o, desk, errors, ct), [.. (await desk.Codes(ct)).Grounds(http.Act().Today).Select(g => new Choice(g, g))]);
}
