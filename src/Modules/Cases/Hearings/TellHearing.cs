using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Cases.Api;
using Yimen.Cases.Limits;
using Yimen.Cases.Papers;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Hearings;

/// <summary>The telling of the right as a program sends it.</summary>
/// <param name="Why">Which weighty interest is touched.</param>
/// <param name="Parties">The parties beside the applicant, each with the way in which letters reach them.</param>
public sealed record HearingRightInput(
    [property: Required(ErrorMessage = "请填写重大利益关系 why。"), MaxLength(500, ErrorMessage = "重大利益关系不能超过 500 个字。")] string? Why,
    [property: MaxLength(20, ErrorMessage = "利害关系人不能超过 20 位。")] IReadOnlyList<HearingPartyInput>? Parties);

/// <summary>告知听证权利 — the unit tells the applicant and the parties that they may ask for a hearing, and until when.</summary>
internal static class TellHearing
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/hearing-right", (HttpContext http, Guid id, CaseDesk desk, CancellationToken ct) =>
            VerbPages.Show<HearingRightPage>(http, id, CaseVerb.TellHearing, CasePermissions.Review, desk, ct)).RequirePermission(CasePermissions.Review);
        app.MapPost("/desk/cases/{id:guid}/hearing-right", Post).RequirePermission(CasePermissions.Review);
        app.MapPost("/api/v1/cases/{id:guid}/hearing-right", ByProgram).RequirePermission(CasePermissions.Review).Described("告知申请人和利害关系人听证的权利");
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, Telling telling, CountyScope scope, CancellationToken ct)
    {
        var (why, errors) = (http.Request.Text("why", 500), new FormErrors());
        if (why.Length == 0)
        {
            errors.Add("why", "请写明涉及什么重大利益，例如：拟设场所紧邻居民住宅，影响通风采光。");
        }

        var parties = PartyForm.Read(PartyForm.Posted(form), scope.County.Keys, errors);
        return errors.Count > 0
            ? await VerbPages.Again<HearingRightPage>(http, id, CasePermissions.Review, errors, desk, ct)
            : await VerbPages.Do(http, id, CasePermissions.Review, telling.Change(why, parties, ct), desk, parties.Count == 0 ? "听证权利告知书已生成并告知申请人。" : $"听证权利告知书已生成并告知申请人，利害关系人 {parties.Count} 份，送达后请登记。", ct);
    }

    private static async Task<IResult> ByProgram(HttpContext http, Guid id, HearingRightInput input, CaseDesk desk, Telling telling, CountyScope scope, CancellationToken ct)
    {
        var errors = new FormErrors();
        var parties = PartyForm.Read([.. (input.Parties ?? []).Select((p, n) => (n + 1, p))], scope.County.Keys, errors);
        return errors.Count > 0 ? BadInput.Of(errors) : await desk.ChangeByApi(http, id, CasePermissions.Review, telling.Change(input.Why!.Trim(), parties, ct), ct);
    }

    /// <summary>The use case that the form and the API share.</summary>
    internal sealed class Telling(AppDb db, CasePapers papers)
    {
        public CaseChange Change(string why, IReadOnlyList<HearingParty> parties, CancellationToken ct) => new(async (Case c, Act act, LegalClock clock) =>
        {
            c.TellHearing(why, parties, act, clock, (await db.LimitsOn(act.Today, ct)).Days(CaseLimitCode.HearingRequest));
            await papers.TellHearing(c, act, ct);
        });
    }
}
