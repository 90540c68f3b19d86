using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Cases.Api;
using Yimen.Cases.Correction;
using Yimen.Cases.Limits;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Motions;

/// <summary>A motion as a program sends it.</summary>
/// <param name="Kind">SpecialProcedure, Hold, Extension, SecondCorrection, Termination or TransferUp.</param>
/// <param name="Why">The reason, told to the head and, where the law asks for it, to the applicant.</param>
/// <param name="Ground">The ground of a special procedure, the cause of a hold.</param>
/// <param name="Days">Working days planned, or asked for.</param>
/// <param name="To">转报: to which body.</param>
/// <param name="Flaws">再次补正: what is still wrong.</param>
public sealed record MotionInput(
    [property: Required(ErrorMessage = "请填写报批事项 kind。")] string? Kind,
    [property: Required(ErrorMessage = "请填写理由。"), MaxLength(500, ErrorMessage = "理由不能超过 500 个字。")] string? Why,
    [property: MaxLength(40, ErrorMessage = "事由不能超过 40 个字。")] string? Ground,
    [property: Range(0, 500, ErrorMessage = "天数应为 0 至 500。")] int? Days,
    [property: MaxLength(100, ErrorMessage = "机关名称不能超过 100 个字。")] string? To,
    IReadOnlyList<Flaw>? Flaws);

/// <summary>What may be asked, and how much of it.</summary>
public sealed record MotionFormView(VerbView Case, string Kind, string Title, IReadOnlyList<string> Grounds, int MostDays, int SpecialDays, IReadOnlyList<FlawRow> Flaws);

/// <summary>报批 — the reviewer asks the unit's head for what only the head may grant.</summary>
internal static class AskHead
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/motions", Show).RequirePermission(CasePermissions.Review);
        app.MapPost("/desk/cases/{id:guid}/motions", Post).RequirePermission(CasePermissions.Review);
        app.MapPost("/api/v1/cases/{id:guid}/motions", async (HttpContext http, Guid id, MotionInput input, CaseDesk desk, Asking asking, CancellationToken ct) =>
            await desk.ChangeByApi(http, id, CasePermissions.Review, asking.Change(MotionForm.Read(input), ct), ct)).RequirePermission(CasePermissions.Review).Described("报部门负责人批准：特别程序、挂起、延期、再次补正、终止、转报");
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, CaseDesk desk, AppDb db, string? kind, CancellationToken ct)
    {
        var found = await desk.Find(http, id, CasePermissions.Review, ct);
        CaseLifecycle.Table.After(found.State, CaseVerb.Ask);
        return Page.Of<MotionFormPage>(http, await View(http, found, MotionForm.KindOf(kind), (desk, db), new(), ct));
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, AppDb db, Asking asking, CancellationToken ct)
    {
        var found = await desk.Find(http, id, CasePermissions.Review, ct);
        var errors = new FormErrors();
        var motion = MotionForm.Read(http.Request, found, errors);
        return await KeptForm.Try(errors,
            () => VerbPages.Do(http, id, CasePermissions.Review, asking.Change(motion, ct), desk, $"已报部门负责人批准：{Label.Of(motion.Kind)}。", ct),
            async status => Page.Of<MotionFormPage>(http, await View(http, found, motion.Kind, (desk, db), errors, ct), status),
            ("extension-days", "days"), ("planned-days", "days"));
    }

    private static async Task<MotionFormView> View(HttpContext http, Case c, MotionKind kind, (CaseDesk Desk, AppDb Db) from, FormErrors errors, CancellationToken ct)
    {
        var today = http.Act().Today;
        var most = (await from.Db.LimitsOn(today, ct))[CaseLimitCode.Extension];
        return new(await VerbPages.View(http, c, from.Desk, errors, ct), kind.ToString(), Label.Of(kind), [.. Grounds.On(today).Select(g => g.Name)], most, c.Terms.SpecialDays, FlawForm.Rows(http.Request, c));
    }

    /// <summary>The use case that the form and the API share.</summary>
    internal sealed class Asking(AppDb db, IdSource ids)
    {
        public CaseChange Change(MotionDraft asked, CancellationToken ct) => new(async (Case c, Act act, LegalClock _) =>
        {
            if (asked.Kind == MotionKind.SpecialProcedure && !Grounds.Holds(asked.Ground, act.Today))
            {
                throw new RuleViolation("ground", $"特别程序应为{string.Join("、", Grounds.On(act.Today).Select(g => g.Name))}之一；其他情形请报批挂起。", "行政许可法 第四十五条");
            }

            c.Ask(asked.By(ids.NewId(act.Now), act), act, (await db.LimitsOn(act.Today, ct))[CaseLimitCode.Extension]);
        });
    }
}
