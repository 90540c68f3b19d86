using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Api;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Limits;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Links;

/// <summary>The master as a program names it.</summary>
public sealed record MasterInput([property: Required(ErrorMessage = "请填写主单编号 number。"), MaxLength(20, ErrorMessage = "编号不能超过 20 个字符。")] string? Number);

public sealed record MasterView(OrderVerbView Order, string Number);

/// <summary>随主单办理 and 单独办理: handled once, answered to everybody.</summary>
internal static class FollowMaster
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/orders/{id:guid}/master", async (HttpContext http, Guid id, string? of, OrderDesk desk, CancellationToken ct) =>
        {
            var found = await desk.Find(http, id, OrderPermissions.Dispatch, ct);
            OrderLifecycle.Table.After(found.State, OrderVerb.Follow);
            return Page.Of<MasterPage>(http, new MasterView(await OrderPages.View(http, found, desk, new(), ct), of ?? ""));
        }).RequirePermission(OrderPermissions.Dispatch);
        app.MapPost("/desk/orders/{id:guid}/master", Post).RequirePermission(OrderPermissions.Dispatch);
        app.MapPost("/api/v1/orders/{id:guid}/master", (HttpContext http, Guid id, MasterInput input, OrderDesk desk, AppDb db, CancellationToken ct) =>
            desk.ChangeByApi(http, id, OrderPermissions.Dispatch, Follow(db, input.Number!.Trim(), ct), ct)).RequirePermission(OrderPermissions.Dispatch).Described("随主单办理");
        app.MapGet("/desk/orders/{id:guid}/separation", (HttpContext http, Guid id, OrderDesk desk, CancellationToken ct) =>
            OrderPages.Show<SeparationPage>(http, id, OrderVerb.HandleApart, OrderPermissions.Dispatch, desk, ct)).RequirePermission(OrderPermissions.Dispatch);
        app.MapPost("/desk/orders/{id:guid}/separation", (HttpContext http, Guid id, IFormCollection form, OrderDesk desk, AppDb db, CancellationToken ct) =>
            OrderPages.Do(http, id, OrderPermissions.Dispatch, Apart(db, ct), desk, "已恢复单独办理。", ct)).RequirePermission(OrderPermissions.Dispatch);
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, OrderDesk desk, AppDb db, CancellationToken ct)
    {
        var (number, errors) = (http.Request.Text("number", 20), new FormErrors());
        if (number.Length == 0 || !await db.Orders.AnyAsync(o => o.Number == number, ct))
        {
            errors.Add("number", number.Length == 0 ? "请填写主单编号。" : "没有这个编号的工单。");
        }

        return await KeptForm.Try(errors,
            () => OrderPages.Do(http, id, OrderPermissions.Dispatch, Follow(db, number, ct), desk, "已随主单办理，主单答复时一并答复诉求人。", ct),
            async status => Page.Of<MasterPage>(http, new MasterView(await OrderPages.View(http, await desk.Find(http, id, OrderPermissions.Dispatch, ct), desk, errors, ct), number), status),
            ("*", "number"));
    }

    internal static OrderChange Follow(AppDb db, string number, CancellationToken ct) => new(async (WorkOrder o, OrderAct by) =>
    {
        var master = await db.Orders.Whole.FirstOrDefaultAsync(m => m.Number == number, ct) ?? throw new RuleViolation("no-master", "没有这个编号的工单。");
        o.Follow(master, KindOf(o, master, by), by.Act);
    });

    private static OrderChange Apart(AppDb db, CancellationToken ct) => new(async (WorkOrder o, OrderAct by) =>
    {
        OrderLifecycle.Table.After(o.State, OrderVerb.HandleApart);
        o.HandleApart(await db.Orders.Whole.FirstAsync(m => m.Id == o.MasterId, ct), by.Act);
    });

    // the same caller within the configured days says it again; anybody else says the same
    private static LinkKind KindOf(WorkOrder o, WorkOrder master, OrderAct by) =>
        o.Requester.PhoneIndex.Length > 0 && o.Requester.PhoneIndex == master.Requester.PhoneIndex && o.ReceivedOn.DayNumber - master.ReceivedOn.DayNumber <= by.Limits[OrderLimitCode.Merge]
            ? LinkKind.Repeated
            : LinkKind.SameMatter;
}
