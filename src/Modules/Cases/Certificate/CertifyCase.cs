using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Cases.Api;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Certificate;

/// <summary>A certificate as a program reports it.</summary>
/// <param name="Number">Its number, up to 60 characters.</param>
/// <param name="ValidFrom">The first day.</param>
/// <param name="ValidUntil">The last day; none: without end.</param>
public sealed record CertificateInput(
    [property: Required(ErrorMessage = "请填写证照编号。"), MaxLength(60, ErrorMessage = "证照编号不能超过 60 个字符。")] string? Number,
    [property: Required(ErrorMessage = "请填写有效期起始日期 validFrom。")] DateOnly? ValidFrom,
    DateOnly? ValidUntil);

/// <summary>What the page shows: the verb's view and what the item calls its licence.</summary>
public sealed record CertificateView(VerbView Case, string Name, DateOnly Today);

/// <summary>制证 — the licence is made and goes to the counter.</summary>
internal static class CertifyCase
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/certificate", async (HttpContext http, Guid id, CaseDesk desk, CancellationToken ct) =>
        {
            var found = await desk.Find(http, id, CasePermissions.Certify, ct);
            CaseLifecycle.Table.After(found.State, CaseVerb.Certify);
            return Page.Of<CertificatePage>(http, await View(http, found, desk, new(), ct));
        }).RequirePermission(CasePermissions.Certify);
        app.MapPost("/desk/cases/{id:guid}/certificate", Post).RequirePermission(CasePermissions.Certify);
        app.MapPost("/api/v1/cases/{id:guid}/certificate", (HttpContext http, Guid id, CertificateInput input, CaseDesk desk, CancellationToken ct) =>
            desk.ChangeByApi(http, id, CasePermissions.Certify, Change(input.Number!.Trim(), input.ValidFrom!.Value, input.ValidUntil), ct)).RequirePermission(CasePermissions.Certify).Described("登记制作的证照");
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, CancellationToken ct)
    {
        var errors = new FormErrors();
        var number = http.Request.Text("number", 60);
        if (number.Length == 0)
        {
            errors.Add("number", "请填写证照编号。");
        }

        var from = Day(http.Request.Text("from", 10), "from", errors);
        var until = http.Request.Text("until", 10) is { Length: > 0 } text ? Day(text, "until", errors) : null;
        if (until < from)
        {
            errors.Add("until", "有效期届满日期不能早于起始日期。");
        }

        return errors.Count > 0
            ? Page.Again<CertificatePage>(http, await View(http, await desk.Find(http, id, CasePermissions.Certify, ct), desk, errors, ct))
            : await VerbPages.Do(http, id, CasePermissions.Certify, Change(number, from!.Value, until), desk, "证照已制作，等待送达。", ct);
    }

    private static DateOnly? Day(string text, string field, FormErrors errors)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        errors.Add(field, "请填写日期，如 2020-11-02。");
        return null;
    }

    private static async Task<CertificateView> View(HttpContext http, Case c, CaseDesk desk, FormErrors errors, CancellationToken ct) =>
        new(await VerbPages.View(http, c, desk, errors, ct), c.Terms.Certificate, http.Act().Today);

    private static CaseChange Change(string number, DateOnly from, DateOnly? until) => new((c, act, _) => c.Certify(number, from, until, act)) { Typed = [new("证照编号", number, c => c.Certificate?.Number)] };
}
