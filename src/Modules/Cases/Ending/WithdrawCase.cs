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

namespace Yimen.Cases.Ending;

/// <summary>A withdrawal as a program reports it.</summary>
/// <param name="Reason">In the applicant's words; may be empty.</param>
public sealed record WithdrawalInput([property: MaxLength(500, ErrorMessage = "原因不能超过 500 个字。")] string? Reason);

/// <summary>What the applicant is asked before it is done.</summary>
public sealed record MyWithdrawalView(Guid Id, string Number, string Item, int Version);

/// <summary>撤回申请 — at the applicant's request, before the decision: online by the account that filed, or at a window.</summary>
internal static class WithdrawCase
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/withdrawal", (HttpContext http, Guid id, CaseDesk desk, CancellationToken ct) =>
            VerbPages.Show<WithdrawalPage>(http, id, CaseVerb.Withdraw, CasePermissions.Withdraw, desk, ct)).RequirePermission(CasePermissions.Withdraw);
        app.MapPost("/desk/cases/{id:guid}/withdrawal", Post).RequirePermission(CasePermissions.Withdraw);
        app.MapPost("/api/v1/cases/{id:guid}/withdrawal", (HttpContext http, Guid id, WithdrawalInput input, CaseDesk desk, CasePapers papers, CancellationToken ct) =>
            desk.ChangeByApi(http, id, CasePermissions.Withdraw, Change(papers, ct) with { Reason = input.Reason }, ct)).RequirePermission(CasePermissions.Withdraw).Described("登记申请人撤回申请");
        app.MapGet("/my/cases/{id:guid}/withdrawal", ShowMine).RequireAuthorization();
        app.MapPost("/my/cases/{id:guid}/withdrawal", PostMine).RequireAuthorization();
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, CasePapers papers, CancellationToken ct)
    {
        if (http.Request.Text("reason", 500) is { Length: > 0 } reason)
        {
            return await VerbPages.Do(http, id, CasePermissions.Withdraw, Change(papers, ct) with { Reason = reason }, desk, "已登记撤回，终止办理通知书已生成。", ct);
        }

        var errors = new FormErrors();
        errors.Add("reason", "请写明申请人撤回的原因和方式，例如：本人到窗口书面撤回。");
        return await VerbPages.Again<WithdrawalPage>(http, id, CasePermissions.Withdraw, errors, desk, ct);
    }

    private static async Task<IResult> ShowMine(HttpContext http, Guid id, MyCases mine, CancellationToken ct)
    {
        var found = await mine.Filed(http, id, ct);
        CaseLifecycle.Table.After(found.State, CaseVerb.Withdraw);
        return Page.Of<MyWithdrawalPage>(http, new MyWithdrawalView(found.Id, found.Number, found.ItemName, found.Trail.Count));
    }

    private static async Task<IResult> PostMine(HttpContext http, Guid id, MyCases mine, CasePapers papers, CancellationToken ct)
    {
        await mine.Change(http, id, Change(papers, ct) with { Version = http.Request.SeenVersion }, ct);
        return Page.Then(http, $"/my/cases/{id}", "申请已撤回。需要时可以重新申请。");
    }

    private static CaseChange Change(CasePapers papers, CancellationToken ct) => new(async (Case c, Act act, LegalClock clock) =>
    {
        c.Withdraw(act, clock);
        await papers.TellTermination(c, act, ct);
    });
}
