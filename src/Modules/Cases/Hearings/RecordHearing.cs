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

namespace Yimen.Cases.Hearings;

/// <summary>The record of a hearing as a program sends it.</summary>
/// <param name="Attended">Who was there.</param>
/// <param name="Record">What was said and shown, up to 20,000 characters.</param>
public sealed record HearingRecordInput(
    [property: Required(ErrorMessage = "请填写到场人员 attended。"), MaxLength(500, ErrorMessage = "到场人员不能超过 500 个字。")] string? Attended,
    [property: Required(ErrorMessage = "请填写笔录 record。"), MaxLength(20_000, ErrorMessage = "笔录不能超过 20000 个字。")] string? Record);

/// <summary>听证笔录 — the record is made, to be signed by those who were there; the clock goes on.</summary>
internal static class RecordHearing
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/hearing-record", (HttpContext http, Guid id, CaseDesk desk, CancellationToken ct) =>
            VerbPages.Show<HearingRecordPage>(http, id, CaseVerb.RecordHearing, CasePermissions.Review, desk, ct)).RequirePermission(CasePermissions.Review);
        app.MapPost("/desk/cases/{id:guid}/hearing-record", Post).RequirePermission(CasePermissions.Review);
        app.MapPost("/api/v1/cases/{id:guid}/hearing-record", (HttpContext http, Guid id, HearingRecordInput input, CaseDesk desk, CasePapers papers, CancellationToken ct) =>
            desk.ChangeByApi(http, id, CasePermissions.Review, Change(input.Attended!.Trim(), input.Record!.Trim(), papers, ct), ct)).RequirePermission(CasePermissions.Review).Described("制作听证笔录，恢复计时");
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, CasePapers papers, CancellationToken ct)
    {
        var (attended, record) = (http.Request.Text("attended", 500), http.Request.Text("record", 20_000));
        var errors = new FormErrors();
        if (attended.Length == 0)
        {
            errors.Add("attended", "请填写到场人员；有人没有到场的，也请写明。");
        }

        if (record.Length == 0)
        {
            errors.Add("record", "请填写笔录：各方陈述、证据、申辩和质证。");
        }

        return errors.Count > 0
            ? await VerbPages.Again<HearingRecordPage>(http, id, CasePermissions.Review, errors, desk, ct)
            : await VerbPages.Do(http, id, CasePermissions.Review, Change(attended, record, papers, ct), desk, "听证笔录已生成，请交参加人签名。从下一个工作日起继续计时。", ct);
    }

    private static CaseChange Change(string attended, string record, CasePapers papers, CancellationToken ct) => new(async (Case c, Act act, LegalClock clock) =>
    {
        c.RecordHearing(attended, record, act, clock);
        await papers.RecordHearing(c, act, ct);
    });
}
