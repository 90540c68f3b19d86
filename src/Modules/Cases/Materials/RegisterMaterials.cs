using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Api;
using Yimen.Cases.Contracts;
using Yimen.Cases.Deferrals;
using Yimen.Cases.Pledges;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Materials;

/// <summary>How materials are met, as a program states it.</summary>
/// <param name="Materials">What is left out stays as it is.</param>
public sealed record RegisterInput(
    [property: Required(ErrorMessage = "请填写 materials：每份材料的序号和提交方式。")] IReadOnlyList<MaterialInput>? Materials);

/// <summary>One material and how it is met.</summary>
/// <param name="Order">From 1, as the guide lists them.</param>
/// <param name="Copies">收复印件: how many; 1 when left out.</param>
public sealed record MaterialInput(
    [property: Range(1, 200, ErrorMessage = "材料序号 order 应为 1 至 200。")] int Order,
    [property: EnumDataType(typeof(MaterialHow), ErrorMessage = "没有这种提交方式 how。")] MaterialHow How,
    [property: Range(0, MaterialWay.MostCopies, ErrorMessage = "复印件份数 copies 应为 1 至 99。")] int? Copies = null,
    [property: MaxLength(200, ErrorMessage = "说明 note 不能超过 200 个字。")] string? Note = null)
{
    internal WayInput AsTyped => new(How.ToString(), $"{Copies ?? 1}", Note?.Trim() ?? "");
}

/// <summary>登记材料 — until acceptance staff may state how each material is met.</summary>
internal static class RegisterMaterials
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/materials", Show).RequirePermission(CasePermissions.Accept);
        app.MapPost("/desk/cases/{id:guid}/materials", Post).RequirePermission(CasePermissions.Accept);
        app.MapPost("/api/v1/cases/{id:guid}/materials", Register).RequirePermission(CasePermissions.Accept).Described("受理前登记材料的提交方式");
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, CaseDesk desk, AppDb db, CancellationToken ct)
    {
        var found = await desk.Find(http, id, CasePermissions.Accept, ct);
        CaseLifecycle.Table.After(found.State, CaseVerb.Accept);
        return Page.Of<RegisterPage>(http, await View(http, found, desk, db, new()));
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, AppDb db, DeferralDesk deferrals, PledgeDesk pledges, CancellationToken ct)
    {
        var errors = new FormErrors();
        var ways = WayForm.Read(WayForm.Posted(form), errors);
        return errors.Count > 0
            ? Page.Again<RegisterPage>(http, await View(http, await desk.Find(http, id, CasePermissions.Accept, ct), desk, db, errors))
            : await VerbPages.Do(http, id, CasePermissions.Accept, Change(ways, deferrals, pledges, ct), desk, "材料的提交方式已登记。", ct);
    }

    private static async Task<IResult> Register(HttpContext http, Guid id, RegisterInput input, CaseDesk desk, DeferralDesk deferrals, PledgeDesk pledges, CancellationToken ct)
    {
        var errors = new FormErrors();
        var ways = WayForm.Read(input.Materials!.DistinctBy(m => m.Order).ToDictionary(m => m.Order, m => m.AsTyped), errors);
        return errors.Count > 0
            ? BadInput.Problem(errors)
            : await desk.ChangeByApi(http, id, CasePermissions.Accept, Change(ways, deferrals, pledges, ct), ct);
    }

    private static CaseChange Change(IReadOnlyDictionary<int, MaterialWay> ways, DeferralDesk deferrals, PledgeDesk pledges, CancellationToken ct) => new(async (Case c, Act act, LegalClock _) =>
    {
        var (now, later) = DeferralDesk.Part(ways);
        c.Register(now, act);
        await deferrals.Promise(c, [.. later.Where(o => c.Materials.All(m => m.Order != o || m.How != MaterialHow.Later))], act, ct);
        await pledges.Sign(c, act, ct);
    });

    private static async Task<RegisterView> View(HttpContext http, Case c, CaseDesk desk, AppDb db, FormErrors errors)
    {
        var asked = (await db.ItemVersionRefs.AsNoTracking().FirstAsync(v => v.Id == c.VersionId, http.RequestAborted)).Content.Materials;
        var typed = http.Request.HasFormContentType ? WayForm.Posted(http.Request.Form) : new Dictionary<int, WayInput>();
        var pledgeable = await db.PledgeWordings(c.ItemId, http.Act().Today, http.RequestAborted);
        var rows = c.Materials.Where(m => m.How != MaterialHow.Uploaded).OrderBy(m => m.Order)
            .Select(m => WayForm.Row(asked[m.Order - 1], m.Order, typed.GetValueOrDefault(m.Order) ?? new(m.How.ToString(), $"{Math.Max(1, m.Copies)}", m.Note), pledgeable.ContainsKey(m.Name)));
        return new(await VerbPages.View(http, c, desk, errors, http.RequestAborted), [.. rows]);
    }
}

public sealed record RegisterView(VerbView Case, IReadOnlyList<WayRow> Rows);
