using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Organization.Windows;

public sealed record WindowClosureInput
{
    public string? On { get; init; }

    public string? Reason { get; init; }
}

public sealed record WindowClosureView(string Code, string Name, WindowClosureInput Input, FormErrors Errors);

/// <summary>关闭窗口 — from a day on; it keeps counting for the days before.</summary>
internal static class CloseWindow
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/desk/windows/{code}/closure").RequirePermission("organization.edit").ExcludeFromDescription();
        group.MapGet("", Show);
        group.MapPost("", Close);
    }

    private static async Task<IResult> Show(HttpContext http, string code, AppDb db, TimeProvider time, CancellationToken ct)
    {
        var window = await db.WindowCalled(code, ct);
        return Page.Of<WindowClosurePage>(http, new WindowClosureView(code, window.Name, new() { On = time.Today().ToString("yyyy-MM-dd") }, new()));
    }

    private static async Task<IResult> Close(HttpContext http, string code, [FromForm] WindowClosureInput input, AppDb db, Writer writer, CancellationToken ct)
    {
        var window = await db.WindowCalled(code, ct);
        var errors = new FormErrors();
        var on = WindowForm.Day(input.On, "on", errors);
        if (errors.Count == 0 && on < window.OpenedOn)
        {
            errors.Add("on", $"关闭日期不能早于设立日期（{Dates.Day(window.OpenedOn)}）。");
        }

        if (string.IsNullOrWhiteSpace(input.Reason) || input.Reason.Trim().Length > 200)
        {
            errors.Add("reason", "请填写关闭原因，不超过 200 字。");
        }

        if (errors.Count > 0)
        {
            return Page.Again<WindowClosurePage>(http, new WindowClosureView(code, window.Name, input, errors));
        }

        var act = http.Act(input.Reason);
        await writer.Write(act, () =>
        {
            window.Close(on, act);
            return Task.CompletedTask;
        }, ct);
        return Page.Then(http, $"/desk/windows/{code}", $"窗口 {code} 自{Dates.Day(on)}起关闭。");
    }
}
