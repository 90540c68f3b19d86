using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Hotline.Api;
using Yimen.Hotline.City;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Extensions;

/// <summary>An extension as a program asks for it.</summary>
public sealed record ExtensionInput(
    [property: Required(ErrorMessage = "请填写天数 days。"), Range(1, 999, ErrorMessage = "天数应为正整数。")] int? Days,
    [property: Required(ErrorMessage = "请填写理由 why。"), MaxLength(500, ErrorMessage = "理由不能超过 500 个字。")] string? Why);

/// <summary>申请延期 at the hotline office; 向市申请延期 at the city.</summary>
internal static class AskExtension
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/orders/{id:guid}/extension", async (HttpContext http, Guid id, OrderDesk desk, CancellationToken ct) =>
        {
            var found = await desk.Find(http, id, OrderPermissions.Sign, ct);
            OrderLifecycle.Table.After(found.State, OrderVerb.AskExtension);
            return Page.Of<ExtensionPage>(http, await OrderPages.View(http, found, desk, KeptForm.Before(() => found.MayExtend(http.Act())), ct));
        }).RequirePermission(OrderPermissions.Sign);
        app.MapPost("/desk/orders/{id:guid}/extension", Post).RequirePermission(OrderPermissions.Sign);
        app.MapPost("/api/v1/orders/{id:guid}/extension", (HttpContext http, Guid id, ExtensionInput input, OrderDesk desk, CancellationToken ct) =>
            desk.ChangeByApi(http, id, OrderPermissions.Sign, Change(input.Days!.Value, input.Why!.Trim()), ct)).RequirePermission(OrderPermissions.Sign).Described("申请延期，期限届满前一次");
        app.MapGet("/desk/orders/{id:guid}/city-extension", (HttpContext http, Guid id, OrderDesk desk, CancellationToken ct) =>
            OrderPages.Show<CityExtensionPage>(http, id, OrderVerb.AskCity, OrderPermissions.Decide, desk, ct)).RequirePermission(OrderPermissions.Decide);
        app.MapPost("/desk/orders/{id:guid}/city-extension", PostCity).RequirePermission(OrderPermissions.Decide);
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, OrderDesk desk, CancellationToken ct)
    {
        var (why, errors) = (http.Request.Text("why", 500), new FormErrors());
        if (!int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days is < 1 or > 999)
        {
            errors.Add("days", "请填写申请延长的工作日天数。");
        }

        if (why.Length < 2)
        {
            errors.Add("why", "请写明为什么需要延期。");
        }

        return await KeptForm.Try(errors,
            () => OrderPages.Do(http, id, OrderPermissions.Sign, Change(days, why), desk, "已提交延期申请，等待热线办答复。", ct),
            status => OrderPages.Again<ExtensionPage>(http, id, OrderPermissions.Sign, errors, desk, ct, status),
            ("extension-days", "days"), ("reason", "why"), KeptForm.AnyRule);
    }

    private static async Task<IResult> PostCity(HttpContext http, Guid id, IFormCollection form, OrderDesk desk, CityOutbox city, CancellationToken ct)
    {
        var (why, errors) = (http.Request.Text("why", 500), new FormErrors());
        if (!DateOnly.TryParseExact(form["until"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until))
        {
            errors.Add("until", "请填写申请延至哪一天，如 2020-12-01。");
        }

        if (why.Length < 2)
        {
            errors.Add("why", "请写明为什么需要延期。");
        }

        var change = new OrderChange(async (o, by) =>
        {
            o.AskCity(until, by.Act);
            await city.AskExtension(o, until, why, by.Act, ct);
        });
        return await KeptForm.Try(errors,
            () => OrderPages.Do(http, id, OrderPermissions.Decide, change with { Reason = why }, desk, "已向市平台申请延期，等待市平台答复。", ct),
            status => OrderPages.Again<CityExtensionPage>(http, id, OrderPermissions.Decide, errors, desk, ct, status),
            ("city-day", "until"), ("reason", "why"), KeptForm.AnyRule);
    }

    private static OrderChange Change(int days, string why) => new((o, by) => o.AskExtension(days, why, by.Act));
}
