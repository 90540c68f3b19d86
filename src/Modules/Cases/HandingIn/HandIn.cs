using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Cases.Api;
using Yimen.Cases.Papers;
using Yimen.Kernel;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.HandingIn;

/// <summary>What an applicant hands in of their own accord, as a program reports it.</summary>
/// <param name="Papers">The orders of the guide's materials that came on paper.</param>
/// <param name="Others">What else came, in words.</param>
public sealed record HandInInput(
    [property: MaxLength(200, ErrorMessage = "材料 papers 不能超过 200 份。")] IReadOnlyList<int>? Papers,
    [property: MaxLength(200, ErrorMessage = "其他材料 others 不能超过 200 个字。")] string? Others);

/// <summary>What may be handed in.</summary>
public sealed record HandInView(VerbView Case, IReadOnlyList<Choice> Papers, IReadOnlyList<string> Ticked);

/// <summary>接收材料 — while it is handled the applicant brings something that nobody asked for; they get a receipt for it.</summary>
internal static class HandIn
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/handing-in", Show).RequirePermission(CasePermissions.Supply);
        app.MapPost("/desk/cases/{id:guid}/handing-in", Post).RequirePermission(CasePermissions.Supply);
        app.MapPost("/api/v1/cases/{id:guid}/handing-in", (HttpContext http, Guid id, HandInInput input, CaseDesk desk, CasePapers papers, CancellationToken ct) =>
            desk.ChangeByApi(http, id, CasePermissions.Supply, Change((input.Papers ?? []).ToHashSet(), input.Others?.Trim() ?? "", papers, ct), ct)).RequirePermission(CasePermissions.Supply).Described("登记申请人在办理期间交来的材料");
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, CaseDesk desk, CancellationToken ct)
    {
        var found = await desk.Find(http, id, CasePermissions.Supply, ct);
        CaseLifecycle.Table.After(found.State, CaseVerb.TakeIn);
        return Page.Of<HandInPage>(http, await View(http, found, desk, new(), ct));
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, CasePapers papers, CancellationToken ct)
    {
        var ticked = form["papers"].Select(p => int.TryParse(p, out var order) ? order : 0).Where(o => o > 0).ToHashSet();
        var others = http.Request.Text("others", 200);
        if (ticked.Count > 0 || others.Length > 0)
        {
            return await VerbPages.Do(http, id, CasePermissions.Supply, Change(ticked, others, papers, ct), desk, "已接收，材料接收凭证已生成，请打印交申请人。", ct);
        }

        var errors = new FormErrors();
        errors.Add("papers", "请勾选交来的材料；指南以外的材料写在“其他材料”。");
        return Page.Again<HandInPage>(http, await View(http, await desk.Find(http, id, CasePermissions.Supply, ct), desk, errors, ct));
    }

    private static CaseChange Change(IReadOnlySet<int> papers, string others, CasePapers documents, CancellationToken ct) => new(async (Case c, Act act, LegalClock _) =>
    {
        var received = c.TakeIn(papers, others, act);
        await documents.TellReceived(c, "办理期间交来材料", received, act, ct);
    });

    private static async Task<HandInView> View(HttpContext http, Case c, CaseDesk desk, FormErrors errors, CancellationToken ct)
    {
        var ticked = http.Request.HasFormContentType ? http.Request.Form["papers"].Select(p => p ?? "").ToList() : [];
        return new(await VerbPages.View(http, c, desk, errors, ct), [.. c.Materials.OrderBy(m => m.Order).Select(m => new Choice($"{m.Order}", m.Name, m.IsMet ? $"已有：{m.Words}" : null))], ticked);
    }
}
