using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Organization.Windows;

/// <param name="Code">The window being changed; null while one is being opened.</param>
public sealed record WindowFormView(string? Code, WindowInput Input, FormErrors Errors, string? Key, IReadOnlyList<Choice> Areas, IReadOnlyList<Choice> Units);

/// <summary>设立与修改窗口, by form.</summary>
internal static class EditWindow
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        var desk = app.MapGroup("/desk/windows").RequirePermission("organization.edit").ExcludeFromDescription();
        desk.MapGet("/new", (HttpContext http, WindowDesk windows, CancellationToken ct) => windows.Form(http, null, new(), new(), ct));
        desk.MapPost("", Open);
        desk.MapGet("/{code}/edit", async (HttpContext http, string code, AppDb db, WindowDesk windows, CancellationToken ct) => await windows.Form(http, code, WindowInput.Of(await db.WindowCalled(code, ct)), new(), ct));
        desk.MapPost("/{code}", Amend);
    }

    private static async Task<IResult> Open(HttpContext http, [FromForm] WindowInput input, WindowDesk windows, CancellationToken ct)
    {
        var errors = new FormErrors();
        return await windows.Open(http, input, errors, ct) is { } code
            ? Page.Then(http, $"/desk/windows/{code}", "窗口已设立。")
            : await windows.Form(http, null, input, errors, ct);
    }

    private static async Task<IResult> Amend(HttpContext http, string code, [FromForm] WindowInput input, WindowDesk windows, CancellationToken ct)
    {
        var errors = new FormErrors();
        return await windows.Amend(http, code, input, errors, ct)
            ? Page.Then(http, $"/desk/windows/{code}", "窗口信息已修改。")
            : await windows.Form(http, code, input, errors, ct);
    }
}

/// <summary>The use cases that form and API share.</summary>
internal sealed class WindowDesk(AppDb db, Writer writer, WindowForm form, IdSource ids, OrganizationConflicts conflicts)
{
    public async Task<string?> Open(HttpContext http, WindowInput input, FormErrors errors, CancellationToken ct)
    {
        if (await form.Read(input, null, errors, ct) is not { } said)
        {
            return null;
        }

        var act = http.Act();
        return await writer.Write(act, http.IdempotencyKey, () =>
        {
            db.Add(Window.Open(ids.NewId(act.Now), said, act));
            return Task.FromResult(said.Code);
        }, ct);
    }

    public async Task<bool> Amend(HttpContext http, string code, WindowInput input, FormErrors errors, CancellationToken ct)
    {
        var window = await db.WindowCalled(code, ct);
        if (await form.Read(input, window, errors, ct) is not { } said)
        {
            return false;
        }

        if (int.TryParse(input.Version, out var seen) && seen != window.Trail.Count)
        {
            var theirs = WindowInput.Of(window);
            FieldPair[] pairs = [new("名称", input.Name, theirs.Name), new("单位", input.Unit, theirs.Unit), new("位置", input.Place, theirs.Place), new("开放时间", input.Hours, theirs.Hours), new("电话", input.Phone, theirs.Phone)];
            throw new StaleForm(await conflicts.Of($"窗口 {code}", window.Ref, pairs, $"/desk/windows/{code}", ct));
        }

        var act = http.Act();
        await writer.Write(act, () =>
        {
            window.Amend(said, act);
            return Task.CompletedTask;
        }, ct);
        return true;
    }

    public async Task<IResult> Form(HttpContext http, string? code, WindowInput input, FormErrors errors, CancellationToken ct)
    {
        var areas = await db.Divisions.OrderBy(d => d.Code).Where(d => d.Level >= 4).Select(d => new { d.Code, d.Name }).ToListAsync(ct);
        var units = await db.Units.OrderBy(u => u.Id).Where(u => !u.Closed).Select(u => new { u.Id, u.Name }).ToListAsync(ct);
        var view = new WindowFormView(code, input, errors, errors.Count > 0 ? http.IdempotencyKey : null,
            [.. areas.Select(a => new Choice(a.Code.Value, a.Name))], [.. units.Select(u => new Choice(u.Id.Value, u.Name))]);
        return errors.Count > 0 ? Page.Again<WindowFormPage>(http, view) : Page.Of<WindowFormPage>(http, view);
    }
}
