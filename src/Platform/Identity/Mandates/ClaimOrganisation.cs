using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Identity.Mandates;

public sealed record ClaimInput
{
    public string? CreditCode { get; init; }

    public string? OrganisationName { get; init; }
}

/// <summary>登记法人 — by its 法定代表人.</summary>
internal static class ClaimOrganisation
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/my/organisations", Handle).RequireAuthorization();

    private static async Task<IResult> Handle(HttpContext http, [FromForm] ClaimInput input, Accounts accounts, AppDb db, Writer writer, IdSource ids)
    {
        var (act, ct, errors) = (http.Act(), http.RequestAborted, new FormErrors());
        var me = await accounts.Read(act.By.AccountId, ct) ?? throw new NotThere();
        if (!CreditCode.TryParse(input.CreditCode, out var code, out string fault))
        {
            errors.Add("creditCode", fault + "。");
        }

        if (input.OrganisationName?.Trim() is not { Length: >= 2 and <= 100 } name)
        {
            errors.Add("organisationName", "请填写名称，2至100字。");
            name = "";
        }

        if (errors.Count == 0 && !await Claim())
        {
            errors.Add("creditCode", "这个统一社会信用代码已经登记。如有疑问，请带营业执照到窗口办理。");
        }

        if (errors.Count > 0)
        {
            return Page.Again<MyMandatesPage>(http, await MyMandates.View(http, db, ct) with { Claim = input, ClaimErrors = errors });
        }

        return Page.Then(http, MyMandates.Here, "已登记。请法定代表人带营业执照和身份证到任一窗口核验。");

        Task<bool> Claim() => writer.Write(act, http.IdempotencyKey, async () =>
        {
            if (await db.Set<Organisation>().AnyAsync(o => o.CreditCode == code.Value && o.State != OrganisationState.Closed, ct))
            {
                return false;
            }

            db.Add(Organisation.Claim(ids.NewId(act.Now), code, name, me, act));
            return true;
        }, ct);
    }
}
