using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Organization.Units;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Organization.Windows;

/// <summary>窗口接口: to read for all staff, to write for administrators and the office.</summary>
internal static class WindowsApi
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        var windows = app.MapGroup("/api/v1/windows").WithTags("机构与窗口");
        windows.MapGet("", All).RequirePermission("organization.read").Produces<ListAnswer<WindowRow>>().WithName("windows").WithSummary("窗口列表");
        windows.MapGet("/{code}", One).RequirePermission("organization.read").Produces<WindowRow>().ProducesProblem(404).WithName("window").WithSummary("一个窗口");
        windows.MapPost("", Open).RequirePermission("organization.edit").Produces<WindowRow>(201).ProducesValidationProblem().WithName("openWindow").WithSummary("设立窗口");
        windows.MapPut("/{code}", Amend).RequirePermission("organization.edit").Produces<WindowRow>().ProducesValidationProblem().ProducesProblem(409).WithName("amendWindow").WithSummary("修改窗口");
    }

    private static async Task<IResult> All([AsParameters] WindowFilter filter, AppDb db, CancellationToken ct)
    {
        var windows = filter.In(db);
        var paging = Paging.Of(filter.Page, filter.Size, await windows.CountAsync(ct));
        return Results.Ok(new ListAnswer<WindowRow>(paging.Total, paging.Page, paging.Size, await WindowRow.From(db, windows.Skip(paging.Skip).Take(paging.Size)).ToListAsync(ct)));
    }

    private static async Task<IResult> One(string code, AppDb db, CancellationToken ct) => Results.Ok(await Row(db, code, ct));

    private static async Task<IResult> Open(HttpContext http, WindowInput input, WindowDesk desk, AppDb db, CancellationToken ct)
    {
        var errors = new FormErrors();
        return await desk.Open(http, input, errors, ct) is { } code
            ? Results.Created($"{http.Request.PathBase}/api/v1/windows/{code}", await Row(db, code, ct))
            : BadInput.Of(errors);
    }

    private static async Task<IResult> Amend(HttpContext http, string code, WindowInput input, WindowDesk desk, AppDb db, CancellationToken ct)
    {
        var errors = new FormErrors();
        return await desk.Amend(http, code, input, errors, ct) ? Results.Ok(await Row(db, code, ct)) : BadInput.Of(errors);
    }

    private static async Task<WindowRow> Row(AppDb db, string code, CancellationToken ct) =>
        await WindowRow.From(db, db.Windows.AsNoTracking().Where(w => w.Code == code)).SingleOrDefaultAsync(ct) ?? throw new NotThere();
}
