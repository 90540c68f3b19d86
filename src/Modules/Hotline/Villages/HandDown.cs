using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Api;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Villages;

/// <summary>An errand as the form or a program sends it; the day as 2020-12-01.</summary>
public sealed record ErrandInput(
    [property: Required(ErrorMessage = "请填写村居的区划代码 village。"), MaxLength(12, ErrorMessage = "区划代码为 12 位。")] string? Village,
    [property: Required(ErrorMessage = "请填写交办事项 what。"), MaxLength(ErrandInput.MostWhat, ErrorMessage = "交办事项不能超过 200 个字。")] string? What,
    [property: Required(ErrorMessage = "请填写反馈期限 due。"), MaxLength(10, ErrorMessage = "日期如 2020-12-01。")] string? Due)
{
    internal const int MostWhat = 200;
}

public sealed record HandDownView(OrderVerbView Order, IReadOnlyList<Choice> Villages, string Due);

/// <summary>交办村居 — the town's liaison chooses one of its villages.</summary>
internal static class HandDown
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/orders/{id:guid}/errand", async (HttpContext http, Guid id, OrderDesk desk, AppDb db, CancellationToken ct) =>
        {
            var found = await desk.Find(http, id, OrderPermissions.Sign, ct);
            OrderLifecycle.Table.After(found.State, OrderVerb.HandDown);
            return Page.Of<HandDownPage>(http, await View(http, found, desk, db, new(), ct));
        }).RequirePermission(OrderPermissions.Sign);
        app.MapPost("/desk/orders/{id:guid}/errand", Post).RequirePermission(OrderPermissions.Sign);
        app.MapPost("/api/v1/orders/{id:guid}/errand", async Task<Results<Ok<OrderStanding>, ValidationProblem>> (HttpContext http, Guid id, ErrandInput input, OrderDesk desk, AppDb db, CancellationToken ct) =>
        {
            var errors = new FormErrors();
            return await Read(http, id, input, desk, db, errors, ct) is { } draft ? await desk.ChangeByApi(http, id, OrderPermissions.Sign, new OrderChange((o, by) => o.HandDown(draft, by.Act)), ct) : BadInput.Problem(errors);
        }).RequirePermission(OrderPermissions.Sign).Described("镇街把工单交办到本镇街的村居");
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, OrderDesk desk, AppDb db, CancellationToken ct)
    {
        var (input, errors) = (new ErrandInput(http.Request.Text("village", 12), http.Request.Text("what", ErrandInput.MostWhat), http.Request.Text("due", 10)), new FormErrors());
        var draft = await Read(http, id, input, desk, db, errors, ct);
        return await KeptForm.Try(errors,
            () => OrderPages.Do(http, id, OrderPermissions.Sign, new OrderChange((o, by) => o.HandDown(draft!, by.Act)), desk, "已交办，等待村居反馈。时限仍在计算。", ct),
            async status => Page.Of<HandDownPage>(http, await View(http, await desk.Find(http, id, OrderPermissions.Sign, ct), desk, db, errors, ct), status),
            ("errand-due", "due"), ("errand-open", "village"), KeptForm.AnyRule);
    }

    private static async Task<ErrandDraft?> Read(HttpContext http, Guid id, ErrandInput input, OrderDesk desk, AppDb db, FormErrors errors, CancellationToken ct)
    {
        var villages = await Of(await desk.Find(http, id, OrderPermissions.Sign, ct), db, ct);
        var village = villages.Find(v => v.Value == input.Village);
        if (village is null)
        {
            errors.Add("village", villages.Count == 0 ? "承办单位不是镇街，或者没有村居，不能交办。" : "请选择本镇街的村居。");
        }

        if (string.IsNullOrWhiteSpace(input.What))
        {
            errors.Add("what", "请写明交给村居做什么。");
        }

        if (!DateOnly.TryParseExact(input.Due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due))
        {
            errors.Add("due", "请填写反馈期限，如 2020-12-01。");
        }

        return errors.Count > 0 ? null : new(new(village!.Value), village.Label, input.What!.Trim(), due);
    }

    private static async Task<HandDownView> View(HttpContext http, WorkOrder o, OrderDesk desk, AppDb db, FormErrors errors, CancellationToken ct) =>
        new(await OrderPages.View(http, o, desk, errors, ct), await Of(o, db, ct), $"{(o.Due is { } due && due > http.Act().Today ? due : http.Act().Today):yyyy-MM-dd}");

    /// <summary>The villages of the unit that handles the order; none where it is no town.</summary>
    private static async Task<List<Choice>> Of(WorkOrder o, AppDb db, CancellationToken ct) => await
        (from u in db.UnitRefs where u.Id == o.Unit && u.Kind == UnitKind.Town join d in db.DivisionRefs on u.Area equals d.Parent where d.Level == 6 orderby d.Code select new Choice(d.Code.Value, d.Name)).ToListAsync(ct);
}
