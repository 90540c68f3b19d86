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

namespace Yimen.Organization.Units;

/// <param name="Id">The unit being changed; null while one is being founded.</param>
public sealed record UnitFormView(string? Id, UnitInput Input, FormErrors Errors, string? Key, bool MayOverride, IReadOnlyList<Choice> Areas, IReadOnlyList<Choice> Units);

/// <summary>设立与修改单位, by form and by API.</summary>
internal static class EditUnit
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        var desk = app.MapGroup("/desk/units").RequirePermission("organization.edit").ExcludeFromDescription();
        desk.MapGet("/new", (HttpContext http, UnitDesk units, CancellationToken ct) => units.Form(http, null, new(), new(), ct));
        desk.MapPost("", Found);
        desk.MapGet("/{id}/edit", async (HttpContext http, string id, AppDb db, UnitDesk units, CancellationToken ct) => await units.Form(http, id, UnitInput.Of(await db.UnitCalled(id, ct)), new(), ct));
        desk.MapPost("/{id}", Amend);
    }

    private static async Task<IResult> Found(HttpContext http, [FromForm] UnitInput input, UnitDesk units, CancellationToken ct)
    {
        var errors = new FormErrors();
        return await units.Found(http, input, errors, ct) is { } id
            ? Page.Then(http, $"/desk/units/{id}", "单位已设立。")
            : await units.Form(http, null, input, errors, ct);
    }

    private static async Task<IResult> Amend(HttpContext http, string id, [FromForm] UnitInput input, UnitDesk units, CancellationToken ct)
    {
        var errors = new FormErrors();
        return await units.Amend(http, id, input, errors, ct)
            ? Page.Then(http, $"/desk/units/{id}", "单位信息已修改。")
            : await units.Form(http, id, input, errors, ct);
    }
}

/// <summary>The use cases that form and API share.</summary>
internal sealed class UnitDesk(AppDb db, Writer writer, UnitForm form, IdSource ids, PermissionTable table, OrganizationConflicts conflicts)
{
    public async Task<string?> Found(HttpContext http, UnitInput input, FormErrors errors, CancellationToken ct)
    {
        if (await form.Read(input, null, MayOverride(http), errors, ct) is not { } said)
        {
            return null;
        }

        var act = http.Act();
        return await writer.Write(act, http.IdempotencyKey, () =>
        {
            db.Add(Unit.Found(ids.NewId(act.Now), said, act));
            return Task.FromResult(said.Id.Value);
        }, ct);
    }

    public async Task<bool> Amend(HttpContext http, string id, UnitInput input, FormErrors errors, CancellationToken ct)
    {
        var unit = await db.UnitCalled(id, ct);
        if (await form.Read(input, unit, MayOverride(http), errors, ct) is not { } said)
        {
            return false;
        }

        if (int.TryParse(input.Version, out var seen) && seen != unit.Trail.Count)
        {
            throw new StaleForm(await conflicts.Of($"单位 {unit.Name}", unit.Ref, Pairs(input, UnitInput.Of(unit)), $"/desk/units/{id}", ct));
        }

        var act = http.Act();
        await writer.Write(act, () =>
        {
            unit.Amend(said, act);
            return Task.CompletedTask;
        }, ct);
        return true;
    }

    public async Task<IResult> Form(HttpContext http, string? id, UnitInput input, FormErrors errors, CancellationToken ct)
    {
        var areas = await db.Divisions.OrderBy(d => d.Code).Where(d => d.Level >= 4).Select(d => new { d.Code, d.Name }).ToListAsync(ct);
        var units = await db.Units.OrderBy(u => u.Id).Where(u => !u.Closed).Select(u => new { u.Id, u.Name }).ToListAsync(ct);
        var view = new UnitFormView(id, input, errors, errors.Count > 0 ? http.IdempotencyKey : null, MayOverride(http),
            [.. areas.Select(a => new Choice(a.Code.Value, a.Name))], [.. units.Select(u => new Choice(u.Id.Value, u.Name))]);
        return errors.Count > 0 ? Page.Again<UnitFormPage>(http, view) : Page.Of<UnitFormPage>(http, view);
    }

    private bool MayOverride(HttpContext http) => http.Visitor.May(table, "organization.override");

    private static IReadOnlyList<FieldPair> Pairs(UnitInput yours, UnitInput theirs) =>
    [
        new("名称", yours.Name, theirs.Name), new("简称", yours.ShortName, theirs.ShortName), new("统一社会信用代码", yours.CreditCode, theirs.CreditCode), new("区划", yours.Area, theirs.Area),
        new("上级单位", yours.Parent, theirs.Parent), new("咨询电话", yours.ConsultPhone, theirs.ConsultPhone), new("监督电话", yours.SupervisePhone, theirs.SupervisePhone),
    ];
}
