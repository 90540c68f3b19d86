using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Cases.Api;
using Yimen.Cases.Limits;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Hearings;

/// <summary>The answer to a told right as a program sends it.</summary>
/// <param name="Answer">Applicant or Party: asks for a hearing; Waive: all who were told want none.</param>
/// <param name="Name">Who asks.</param>
/// <param name="Statement">What they say; of a waiver, by which paper.</param>
public sealed record HearingRequestInput(
    [property: Required(ErrorMessage = "请填写 answer：Applicant、Party 或 Waive。")] string? Answer,
    [property: MaxLength(50, ErrorMessage = "申请人不能超过 50 个字。")] string? Name,
    [property: Required(ErrorMessage = "请填写陈述 statement。"), MaxLength(2000, ErrorMessage = "陈述不能超过 2000 个字。")] string? Statement);

/// <summary>What the applicant is asked.</summary>
public sealed record MyHearingView(Guid Id, string Number, string Item, string Why, DateOnly RequestBy, int Version, string Statement, FormErrors Errors);

/// <summary>申请听证、放弃听证 — registered at a window or in the unit, or asked for online by the account that filed.</summary>
internal static class AskHearing
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/hearing-request", (HttpContext http, Guid id, CaseDesk desk, CancellationToken ct) =>
            VerbPages.Show<HearingRequestPage>(http, id, CaseVerb.RequestHearing, CasePermissions.Supply, desk, ct)).RequirePermission(CasePermissions.Supply);
        app.MapPost("/desk/cases/{id:guid}/hearing-request", Post).RequirePermission(CasePermissions.Supply);
        app.MapPost("/api/v1/cases/{id:guid}/hearing-request", (HttpContext http, Guid id, HearingRequestInput input, CaseDesk desk, Asking asking, CancellationToken ct) =>
            desk.ChangeByApi(http, id, CasePermissions.Supply, asking.Change(Read(input), ct), ct)).RequirePermission(CasePermissions.Supply).Described("登记听证申请或者放弃听证");
        app.MapGet("/my/cases/{id:guid}/hearing", async (HttpContext http, Guid id, MyCases mine, CancellationToken ct) =>
            Page.Of<MyHearingPage>(http, View(await mine.Filed(http, id, ct), "", new()))).RequireAuthorization();
        app.MapPost("/my/cases/{id:guid}/hearing", PostMine).RequireAuthorization();
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, Asking asking, CancellationToken ct)
    {
        var (answer, name, statement) = (form["answer"].FirstOrDefault(), http.Request.Text("name", 50), http.Request.Text("statement"));
        var errors = new FormErrors();
        if (answer is not ("Applicant" or "Party" or "Waive"))
        {
            errors.Add("answer", "请选择谁申请听证，或者放弃听证。");
        }

        if (answer is "Party" && name.Length == 0)
        {
            errors.Add("name", "请填写申请听证的利害关系人。");
        }

        if (statement.Length == 0)
        {
            errors.Add("statement", "请写明申请听证的理由；放弃听证的，写明书面材料的日期和签名人。");
        }

        return errors.Count > 0
            ? await VerbPages.Again<HearingRequestPage>(http, id, CasePermissions.Supply, errors, desk, ct)
            : await VerbPages.Do(http, id, CasePermissions.Supply, asking.Change((answer!, name, statement), ct), desk, answer == "Waive" ? "已登记放弃听证。" : "已登记听证申请，办理时间暂停计算。", ct);
    }

    private static async Task<IResult> PostMine(HttpContext http, Guid id, IFormCollection form, MyCases mine, Asking asking, CancellationToken ct)
    {
        var statement = http.Request.Text("statement");
        if (statement.Length == 0)
        {
            var errors = new FormErrors();
            errors.Add("statement", "请写明您要求听证的理由。");
            return Page.Again<MyHearingPage>(http, View(await mine.Filed(http, id, ct), statement, errors));
        }

        await mine.Change(http, id, asking.Change(("Applicant", "", statement), ct) with { Version = http.Request.SeenVersion }, ct);
        return Page.Then(http, $"/my/cases/{id}", "已提交听证申请，办理单位会把听证的时间和地点通知您。");
    }

    private static MyHearingView View(Case c, string statement, FormErrors errors) => c is { Hearing: { Stage: HearingStage.Told } h, ClosedOn: null }
        ? new(c.Id, c.Number, c.ItemName, h.Why, h.RequestBy, c.Trail.Count, statement, errors)
        : throw new NotThere();

    private static (string Answer, string Name, string Statement) Read(HearingRequestInput input) => input.Answer is "Applicant" or "Party" or "Waive"
        ? (input.Answer, input.Name?.Trim() ?? "", input.Statement!.Trim())
        : throw new RuleViolation("hearing-answer", "answer 应为 Applicant、Party、Waive 之一。");

    /// <summary>The use case that the forms and the API share.</summary>
    internal sealed class Asking(AppDb db, IdSource ids)
    {
        public CaseChange Change((string Answer, string Name, string Statement) said, CancellationToken ct) => new(async (Case c, Act act, LegalClock clock) =>
        {
            if (said.Answer == "Waive")
            {
                c.WaiveHearing(said.Statement, act);
                return;
            }

            var applicant = said.Answer == "Applicant";
            c.RequestHearing(ids.NewId(act.Now), new(applicant ? c.Applicant.Name : said.Name, applicant, said.Statement), act, clock, await db.LimitsOn(act.Today, ct));
        });
    }
}
