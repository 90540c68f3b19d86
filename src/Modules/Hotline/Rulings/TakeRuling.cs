using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Api;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Rulings;

/// <summary>An answer as a program sends it.</summary>
/// <param name="Granted">True grants or passes it.</param>
/// <param name="Remark">Required for a no.</param>
public sealed record RulingInput(
    [property: Required(ErrorMessage = "请填写 granted：true 同意，false 不同意。")] bool? Granted,
    [property: MaxLength(500, ErrorMessage = "意见不能超过 500 个字。")] string? Remark);

/// <summary>What is to be decided upon.</summary>
public sealed record RulingView(OrderVerbView Order, string Verb, string Noun, string Happens, string Yes, string No, IReadOnlyList<AskedRow> Asked);

/// <summary>The short page of a yes or no, and its JSON twin.</summary>
internal static class TakeRuling
{
    private const int MostRemark = 500;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var ruling in OrderRulings.All)
        {
            app.MapGet($"/desk/orders/{{id:guid}}/{ruling.Noun}", async (HttpContext http, Guid id, OrderDesk desk, AppDb db, CancellationToken ct) =>
                Page.Of<RulingPage>(http, await View(http, id, ruling, desk, db, new(), ct))).RequirePermission(ruling.Permission);
            app.MapPost($"/desk/orders/{{id:guid}}/{ruling.Noun}", (HttpContext http, Guid id, IFormCollection form, OrderDesk desk, AppDb db, CancellationToken ct) =>
                Post(http, id, ruling, desk, db, ct)).RequirePermission(ruling.Permission);
            app.MapPost($"/api/v1/orders/{{id:guid}}/{ruling.Noun}", (HttpContext http, Guid id, RulingInput input, OrderDesk desk, CancellationToken ct) =>
                desk.ChangeByApi(http, id, ruling.Permission, Change(http, ruling, input.Granted!.Value, input.Remark?.Trim() ?? ""), ct)).RequirePermission(ruling.Permission).Described(ruling.Text);
        }
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, OrderRuling ruling, OrderDesk desk, AppDb db, CancellationToken ct)
    {
        var (answer, remark, errors) = (http.Request.Form["answer"].FirstOrDefault(), http.Request.Text("remark", MostRemark), new FormErrors());
        if (answer is not ("yes" or "no"))
        {
            errors.Add("answer", $"请选择{ruling.Words.Yes}还是{ruling.Words.No}。");
        }
        else if (answer == "no" && remark.Length == 0)
        {
            errors.Add("remark", $"{ruling.Words.No}须写明理由。");
        }

        return await KeptForm.Try(errors,
            () => OrderPages.Do(http, id, ruling.Permission, Change(http, ruling, answer == "yes", remark), desk, answer == "yes" ? $"已{ruling.Words.Yes}。" : $"已{ruling.Words.No}。", ct),
            async status => Page.Of<RulingPage>(http, await View(http, id, ruling, desk, db, errors, ct), status), ("reason", "remark"), KeptForm.AnyRule);
    }

    private static OrderChange Change(HttpContext http, OrderRuling ruling, bool granted, string remark) =>
        new((o, by) => (granted ? ruling.Yes : ruling.No)(o, http.Visitor, by)) { Reason = remark };

    private static async Task<RulingView> View(HttpContext http, Guid id, OrderRuling ruling, OrderDesk desk, AppDb db, FormErrors errors, CancellationToken ct)
    {
        var found = await desk.Find(http, id, ruling.Permission, ct);
        OrderLifecycle.Table.After(found.State, ruling.Verb);
        if (!OrderRulings.Waits(ruling, found))
        {
            throw new RuleViolation("nothing-waits", "没有等待答复的申请，可能已经答复。");
        }

        var proposed = found.OpenReturn?.Proposed;
        var name = proposed is null ? null : await db.UnitRefs.Where(u => u.Id == proposed).Select(u => u.Name).FirstOrDefaultAsync(ct);
        return new(await OrderPages.View(http, found, desk, errors, ct), ruling.Text, ruling.Noun, ruling.Happens, ruling.Words.Yes, ruling.Words.No,
            [.. ruling.Asked(found).Select(a => a.Term == "建议承办单位" ? a with { Value = name ?? a.Value } : a)]);
    }
}
