using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Api;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Returns;

/// <summary>A return as a program sends it.</summary>
public sealed record ReturnInput(
    [property: Required(ErrorMessage = "请填写退单理由 reason。"), MaxLength(40, ErrorMessage = "理由不能超过 40 个字。")] string? Reason,
    [property: Required(ErrorMessage = "请填写依据 basis。"), MaxLength(200, ErrorMessage = "依据不能超过 200 个字。")] string? Basis,
    [property: Required(ErrorMessage = "请填写建议单位 proposed。"), MaxLength(40, ErrorMessage = "单位代码不能超过 40 个字符。")] string? Proposed);

/// <summary>What may be chosen.</summary>
public sealed record ReturnFormView(OrderVerbView Order, bool Transfer, IReadOnlyList<Choice> Reasons, IReadOnlyList<Choice> Units, DateOnly? Until);

/// <summary>申请退单, 申请移交 — which of the two follows from whether the unit has signed.</summary>
internal static class AskReturn
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/orders/{id:guid}/return", async (HttpContext http, Guid id, OrderDesk desk, AppDb db, CancellationToken ct) =>
        {
            var found = await desk.Find(http, id, OrderPermissions.Sign, ct);
            OrderLifecycle.Table.After(found.State, found.State == OrderState.Dispatched ? OrderVerb.AskReturn : OrderVerb.AskTransfer);
            return Page.Of<ReturnPage>(http, await View(http, found, desk, db, KeptForm.Before(() => found.MayReturn(http.Act())), ct));
        }).RequirePermission(OrderPermissions.Sign);
        app.MapPost("/desk/orders/{id:guid}/return", Post).RequirePermission(OrderPermissions.Sign);
        app.MapPost("/api/v1/orders/{id:guid}/return", async (HttpContext http, Guid id, ReturnInput input, OrderDesk desk, AppDb db, CancellationToken ct) =>
            await Known(db, input.Proposed!, ct) ? await desk.ChangeByApi(http, id, OrderPermissions.Sign, Change(input), ct) : throw new RuleViolation("unknown-unit", "没有这个建议单位。"))
            .RequirePermission(OrderPermissions.Sign).Described("签收前申请退单，签收后申请移交");
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, OrderDesk desk, AppDb db, CancellationToken ct)
    {
        var input = new ReturnInput(http.Request.Text("reason", 40), http.Request.Text("basis", 200), http.Request.Text("proposed", 40));
        var errors = new FormErrors();
        if (!(await desk.Codes(ct)).Reasons(http.Act().Today).Contains(input.Reason))
        {
            errors.Add("reason", "请选择理由。");
        }

        if (input.Basis!.Length == 0)
        {
            errors.Add("basis", "请写明依据的法律条款或者职责文件。");
        }

        if (!await Known(db, input.Proposed!, ct))
        {
            errors.Add("proposed", "请选择建议的承办单位。");
        }

        return await KeptForm.Try(errors,
            () => OrderPages.Do(http, id, OrderPermissions.Sign, Change(input), desk, "已提交，等待热线办答复。时限仍在计算。", ct),
            async status => Page.Of<ReturnPage>(http, await View(http, await desk.Find(http, id, OrderPermissions.Sign, ct), desk, db, errors, ct), status),
            ("basis", "basis"), ("proposed-self", "proposed"), KeptForm.AnyRule);
    }

    private static OrderChange Change(ReturnInput input) => new((o, by) =>
    {
        var draft = new ReturnDraft(by.NewId(), input.Reason!, input.Basis!, new(input.Proposed!));
        if (o.State == OrderState.Dispatched)
        {
            o.AskReturn(draft, by.Act);
        }
        else
        {
            o.AskTransfer(draft, by.Act);
        }
    });

    private static Task<bool> Known(AppDb db, string unit, CancellationToken ct)
    {
        var id = new UnitId(unit);
        return db.UnitRefs.AnyAsync(u => u.Id == id && !u.Closed, ct);
    }

    private static async Task<ReturnFormView> View(HttpContext http, WorkOrder o, OrderDesk desk, AppDb db, FormErrors errors, CancellationToken ct) => new(
        await OrderPages.View(http, o, desk, errors, ct), o.State != OrderState.Dispatched, [.. (await desk.Codes(ct)).Reasons(http.Act().Today).Select(r => new Choice(r, r))],
        await db.UnitRefs.AsNoTracking().Where(u => !u.Closed && u.Id != o.Unit).OrderBy(u => u.Kind).ThenBy(u => u.Id).Select(u => new Choice(u.Id.Value, u.ShortName, null, null)).ToListAsync(ct),
        o.State == OrderState.Dispatched ? o.CurrentDispatch?.ReturnBy : null);
}
