using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Api;
using Yimen.Cases.Contracts;
using Yimen.Cases.HandingIn;
using Yimen.Cases.Materials;
using Yimen.Cases.Papers;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Deferrals;

/// <summary>How a promised material came, as a program states it.</summary>
public sealed record MakeUpInput(
    [property: System.ComponentModel.DataAnnotations.Required(ErrorMessage = "请填写 how：实际提交的方式。")] MaterialHow? How, int? Copies, string? Note);

/// <summary>容缺补交 at a window or in the unit.</summary>
internal static class MakeUpMaterial
{
    private const string Path = "/cases/{id:guid}/deferrals/{order:int}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk" + Path, Show).RequirePermission(PaperPermissions.MakeUp);
        app.MapPost("/desk" + Path, Post).RequirePermission(PaperPermissions.MakeUp);
        app.MapPost("/api/v1/cases/{id:guid}/deferrals/{order}", ByProgram).RequirePermission(PaperPermissions.MakeUp).Described("登记容缺材料的补交");
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, int order, CaseDesk desk, AppDb db, CancellationToken ct) =>
        Page.Of<MakeUpPage>(http, await View(http, await desk.Find(http, id, PaperPermissions.MakeUp, ct), order, desk, db, new()));

    private static async Task<IResult> Post(HttpContext http, Guid id, int order, IFormCollection form, CaseDesk desk, AppDb db, CasePapers papers, CancellationToken ct)
    {
        var errors = new FormErrors();
        var way = Read(WayForm.Posted(form).GetValueOrDefault(order) ?? new("", "", ""), order, errors);
        return way is null
            ? Page.Again<MakeUpPage>(http, await View(http, await desk.Find(http, id, PaperPermissions.MakeUp, ct), order, desk, db, errors))
            : await VerbPages.Do(http, id, PaperPermissions.MakeUp, Change(order, way, papers, ct), desk, "已登记补交，材料接收凭证已生成，请打印交申请人。", ct);
    }

    private static async Task<IResult> ByProgram(HttpContext http, Guid id, int order, MakeUpInput input, CaseDesk desk, CasePapers papers, CancellationToken ct)
    {
        var errors = new FormErrors();
        var way = Read(new MaterialInput(order, input.How!.Value, input.Copies, input.Note).AsTyped, order, errors);
        return way is null
            ? BadInput.Problem(errors)
            : await desk.ChangeByApi(http, id, PaperPermissions.MakeUp, Change(order, way, papers, ct), ct);
    }

    private static CaseChange Change(int order, MaterialWay way, CasePapers papers, CancellationToken ct) => new(async (Case c, Act act, LegalClock _) =>
    {
        c.MakeUp(order, way, act);
        await papers.TellReceived(c, "容缺补交", [ReceivedMaterial.Of(c.Materials.First(m => m.Order == order))], act, ct);
    });

    private static MaterialWay? Read(WayInput typed, int order, FormErrors errors)
    {
        var way = WayForm.Read(new Dictionary<int, WayInput> { [order] = typed }, errors).GetValueOrDefault(order);
        if (way?.How is MaterialHow.None or MaterialHow.Later)
        {
            errors.Add($"how-{order}", "请选择实际提交的方式。");
        }

        return errors.Count > 0 ? null : way;
    }

    private static async Task<MakeUpView> View(HttpContext http, Case c, int order, CaseDesk desk, AppDb db, FormErrors errors)
    {
        var owed = c.Deferrals.FirstOrDefault(d => d.Order == order && d.SuppliedOn is null) ?? throw new NotThere();
        var asked = (await db.ItemVersionRefs.AsNoTracking().FirstAsync(v => v.Id == c.VersionId, http.RequestAborted)).Content.Materials;
        var typed = http.Request.HasFormContentType ? WayForm.Posted(http.Request.Form).GetValueOrDefault(order) : null;
        return new(await VerbPages.View(http, c, desk, errors, http.RequestAborted), owed.Name, order, owed.Due, WayForm.Row(asked[order - 1] with { Need = "必要" }, order, typed, pledge: false));
    }
}

public sealed record MakeUpView(VerbView Case, string Material, int Order, DateOnly? Due, WayRow Row);
