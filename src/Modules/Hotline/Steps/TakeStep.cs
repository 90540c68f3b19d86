using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Hotline.Api;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Steps;

/// <summary>The text of a verb as a program sends it; empty where the verb asks for none.</summary>
public sealed record StepInput([property: MaxLength(OrderStep.MostText, ErrorMessage = "内容不能超过 2000 个字。")] string? Text);

/// <summary>What a verb's short page shows.</summary>
public sealed record StepView(OrderVerbView Order, string Verb, string Noun, string Happens, string? Field, bool Optional);

/// <summary>签收, 开始办理, 直接解答, 催办, 办结, 重办 … — each on a short page that says what will happen, and as JSON.</summary>
internal static class TakeStep
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var step in OrderSteps.All)
        {
            app.MapGet($"/desk/orders/{{id:guid}}/{step.Noun}", (HttpContext http, Guid id, OrderDesk desk, CancellationToken ct) => Show(http, id, step, desk, ct)).RequirePermission(step.Permission);
            app.MapPost($"/desk/orders/{{id:guid}}/{step.Noun}", (HttpContext http, Guid id, IFormCollection form, OrderDesk desk, CancellationToken ct) => Post(http, id, step, desk, ct)).RequirePermission(step.Permission);
            app.MapPost($"/api/v1/orders/{{id:guid}}/{step.Noun}", (HttpContext http, Guid id, StepInput input, OrderDesk desk, CancellationToken ct) =>
                desk.ChangeByApi(http, id, step.Permission, Change(step, input.Text?.Trim() ?? ""), ct)).RequirePermission(step.Permission).Described(step.Text);
        }
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, OrderStep step, OrderDesk desk, CancellationToken ct)
    {
        var found = await desk.Find(http, id, step.Permission, ct);
        OrderLifecycle.Table.After(found.State, step.Verb);
        return Page.Of<StepPage>(http, View(step, await OrderPages.View(http, found, desk, new(), ct)));
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, OrderStep step, OrderDesk desk, CancellationToken ct)
    {
        var (text, errors) = (http.Request.Text("text", OrderStep.MostText), new FormErrors());
        if (step.Field is not null && text.Length < step.Least)
        {
            errors.Add("text", step.Least == 1 ? $"请填写{step.Field}。" : $"请写清{step.Field}，不少于 {step.Least} 个字。");
        }

        // a verb that asks for nothing has nothing to lose: its refusal has the page of refusals
        return await KeptForm.Try(errors,
            () => OrderPages.Do(http, id, step.Permission, Change(step, text), desk, step.Done, ct),
            async status => Page.Of<StepPage>(http, View(step, await OrderPages.View(http, await desk.Find(http, id, step.Permission, ct), desk, errors, ct)), status),
            step.Field is null ? [] : [("*", "text")]);
    }

    private static OrderChange Change(OrderStep step, string text) => new((o, by) => step.Do(o, text, by)) { Reason = step.IsReason ? text : null };

    private static StepView View(OrderStep step, OrderVerbView order) => new(order, step.Text, step.Noun, step.Happens, step.Field, step.Least == 0);
}
