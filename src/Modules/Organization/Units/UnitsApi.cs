using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Organization.Units;

/// <summary>A stretch of a list, as the API answers it.</summary>
public sealed record ListAnswer<T>(int Total, int Page, int Size, IReadOnlyList<T> Rows);

/// <summary>单位接口: to read for all staff, to write for administrators and the office.</summary>
internal static class UnitsApi
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        var units = app.MapGroup("/api/v1/units").WithTags("机构与窗口");
        units.MapGet("", All).RequirePermission("organization.read").Produces<ListAnswer<UnitRow>>().WithName("units").WithSummary("单位列表");
        units.MapGet("/{id}", One).RequirePermission("organization.read").Produces<UnitRow>().ProducesProblem(404).WithName("unit").WithSummary("一个单位");
        units.MapPost("", Found).RequirePermission("organization.edit").Produces<UnitRow>(201).ProducesValidationProblem().WithName("foundUnit").WithSummary("设立单位");
        units.MapPut("/{id}", Amend).RequirePermission("organization.edit").Produces<UnitRow>().ProducesValidationProblem().ProducesProblem(409).WithName("amendUnit").WithSummary("修改单位")
            .WithDescription("version 为读取时的版本；其间已有人修改时答 409。");
    }

    private static async Task<IResult> All([AsParameters] UnitFilter filter, AppDb db, CancellationToken ct)
    {
        var units = filter.In(db);
        var paging = Paging.Of(filter.Page, filter.Size, await units.CountAsync(ct));
        return Results.Ok(new ListAnswer<UnitRow>(paging.Total, paging.Page, paging.Size, await UnitRow.From(db, units.Skip(paging.Skip).Take(paging.Size)).ToListAsync(ct)));
    }

    private static async Task<IResult> One(string id, AppDb db, CancellationToken ct) => Results.Ok(await Row(db, id, ct));

    private static async Task<IResult> Found(HttpContext http, UnitInput input, UnitDesk desk, AppDb db, CancellationToken ct)
    {
        var errors = new FormErrors();
        return await desk.Found(http, input, errors, ct) is { } id
            ? Results.Created($"{http.Request.PathBase}/api/v1/units/{id}", await Row(db, id, ct))
            : BadInput.Of(errors);
    }

    private static async Task<IResult> Amend(HttpContext http, string id, UnitInput input, UnitDesk desk, AppDb db, CancellationToken ct)
    {
        var errors = new FormErrors();
        return await desk.Amend(http, id, input, errors, ct) ? Results.Ok(await Row(db, id, ct)) : BadInput.Of(errors);
    }

    private static async Task<UnitRow> Row(AppDb db, string id, CancellationToken ct)
    {
        var unit = await db.UnitCalled(id, ct);
        return await UnitRow.From(db, db.Units.AsNoTracking().Where(u => u.Id == unit.Id)).SingleAsync(ct);
    }
}
