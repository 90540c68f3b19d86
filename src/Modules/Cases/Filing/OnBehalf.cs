using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Acting;
using Yimen.Cases.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Identity.Mandates;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Filing;

/// <summary>In whose name a person files online: the own one, that of an organisation with its mandate, that of somebody whose 委托 is on record.</summary>
internal sealed class OnBehalf(AppDb db, Principals principals, Agencies agencies, CountyScope scope)
{
    /// <summary>Those in whose name the visitor may file today.</summary>
    public async Task<IReadOnlyList<Principal>> Of(HttpContext http, CancellationToken ct) =>
        [.. (await principals.Of(http.Visitor.Actor.AccountId, http.Act().Today, ct)).Where(p => p.Scope is MandateScope.Everything or MandateScope.Filing)];

    /// <summary>The applicant, with the visitor as 经办人 where another is the applicant; null and a fault at the number where nobody gave leave.</summary>
    public async Task<Applicant?> Settle(HttpContext http, Applicant applicant, FormErrors errors, CancellationToken ct)
    {
        var me = http.Visitor.Actor.AccountId;
        var own = await db.Users.Where(a => a.Id == me).Select(a => a.ResidentIndex).FirstOrDefaultAsync(ct);
        if (applicant.Kind == ApplicantKind.Person && (own is null || own == applicant.NumberIndex))
        {
            return applicant;
        }

        if ((await Of(http, ct)).Any(p => IndexOf(p) == applicant.NumberIndex))
        {
            return applicant.Agent.Length > 0 ? applicant : applicant with { Agent = http.Visitor.Actor.Name };
        }

        errors.Add("number", applicant.Kind == ApplicantKind.Organisation
            ? "您还没有这家单位的办事授权。请法定代表人在“我的－授权”中授权给您，或者带授权委托书到窗口办理。"
            : "这不是您本人的证件号码。替他人申请须先登记委托：请委托人在“我的－授权”中登记，或者带委托书到窗口办理。");
        return null;
    }

    /// <summary>When it is filed, the mandate must still serve: null for oneself, else the fact that goes into the case.</summary>
    /// <exception cref="RuleViolation"><c>mandate-ended</c>.</exception>
    public async Task<ActingFact?> Standing(Case c, Act act, CancellationToken ct)
    {
        var (me, a) = (act.By.AccountId, c.Applicant);
        var own = await db.Users.Where(u => u.Id == me).Select(u => u.ResidentIndex).FirstOrDefaultAsync(ct);
        if (a.Number.IsEmpty || (a.Kind == ApplicantKind.Person && (own is null || own == a.NumberIndex)))
        {
            return null;
        }

        return await agencies.Between(scope.County.Keys.Open(a.Number)!, me, MandateScope.Filing, act.Today, ct) switch
        {
            { Serves: true } found => new ActingFact { For = "提交", AgentName = found.Agent, AgentNumber = "", MandateId = found.MandateId, Basis = found.Words, At = act.Now },
            var found => throw new RuleViolation("mandate-ended", $"{found?.Why ?? "没有登记申请人对您的授权"}，不能以其名义提交。请重新登记授权后再提交。", "民法典 第一百七十三条"),
        };
    }

    /// <summary>What a form calls a principal.</summary>
    public string? IndexOf(Principal principal) => principal.CreditCode is { } code ? scope.County.Keys.IndexOf(code) : principal.ResidentIndex;
}
