using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Unmasking;

/// <summary>查看完整信息 — the applicant's number and phone in full: asked with a reason, journaled first, shown once.</summary>
internal static class ShowApplicant
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/applicant", Ask).RequirePermission(CasePermissions.Unmask);
        app.MapPost("/desk/cases/{id:guid}/applicant", Show).RequirePermission(CasePermissions.Unmask);
    }

    private static async Task<IResult> Ask(HttpContext http, Guid id, CaseDesk desk, CancellationToken ct) =>
        Page.Of<ApplicantPage>(http, View(await desk.Find(http, id, CasePermissions.Unmask, ct), "", new()));

    private static async Task<IResult> Show(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, CountyScope scope, CancellationToken ct)
    {
        var reason = http.Request.Text("reason", 200);
        if (reason.Length < 2)
        {
            var errors = new FormErrors();
            errors.Add("reason", "请写明查看的理由，例如：电话通知补交材料。");
            return Page.Again<ApplicantPage>(http, View(await desk.Find(http, id, CasePermissions.Unmask, ct), reason, errors));
        }

        await desk.Change(http, id, CasePermissions.Unmask, new CaseChange((c, act, _) => c.Unmask(act)) { Reason = reason }, ct);
        var found = await desk.Find(http, id, CasePermissions.Unmask, ct);
        http.Response.Headers.CacheControl = "no-store";
        var (a, keys) = (found.Applicant, scope.County.Keys);
        return Page.Of<ApplicantPage>(http, View(found, reason, new()) with
        {
            Shown = new(Label.Of(a.Kind), a.Name, keys.Open(a.Number) ?? "无法解密：缺少密钥", keys.Open(a.Phone) ?? "无法解密：缺少密钥", a.Address, a.Agent, true),
        });
    }

    private static UnmaskView View(Case c, string reason, FormErrors errors) => new(c.Id, c.Number, c.ItemName, reason, errors);
}

public sealed record UnmaskView(Guid Id, string Number, string Item, string Reason, FormErrors Errors)
{
    /// <summary>Only in the answer to the post that gave the reason.</summary>
    public CasePage.ApplicantView? Shown { get; init; }

    public string Href => $"/desk/cases/{Id}";
}
