using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.CasePage;
using Yimen.Cases.Clocks;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Progress;

/// <summary>进度查询 — number and query code open a case's progress without an account. Wrong number and wrong code are answered alike.</summary>
internal static class LookUpProgress
{
    private const string Wrong = "没有查到。请核对受理编号和查询码，两者都印在收件凭证上。";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/progress", Show).AllowAnonymous();

    private static async Task<IResult> Show(HttpContext http, string? number, string? code, Reading reading, ProgressTries tries, CountyScope scope, CancellationToken ct)
    {
        // what one person looked up at the hall's machine is not for the next
        http.Response.Headers.CacheControl = "no-store";
        var (asked, given) = (Tidy(number, 40), Tidy(code, 12));
        if (asked.Length == 0 && given.Length == 0)
        {
            return Page.Of<ProgressPage>(http, new ProgressView(asked, given, null, new()));
        }

        var errors = Gaps(asked, given);
        if (errors.Count > 0)
        {
            return Page.Again<ProgressPage>(http, new ProgressView(asked, given, null, errors));
        }

        if (!tries.Take(scope.County.Code, http.Connection.RemoteIpAddress?.ToString(), asked))
        {
            errors.Add("", "查询过于频繁，请 5 分钟后再试，或拨打收件凭证上的电话。");
            return Page.Of<ProgressPage>(http, new ProgressView(asked, given, null, errors), StatusCodes.Status429TooManyRequests);
        }

        return await reading.Find(asked, given, http.Act().Today, ct) is { } found
            ? Page.Of<ProgressPage>(http, new ProgressView(asked, given, found, errors))
            : NotFound(http, asked, given, errors);
    }

    private static IResult NotFound(HttpContext http, string asked, string given, FormErrors errors)
    {
        errors.Add("", Wrong);
        return Page.Of<ProgressPage>(http, new ProgressView(asked, given, null, errors), StatusCodes.Status404NotFound);
    }

    private static FormErrors Gaps(string asked, string given)
    {
        var errors = new FormErrors();
        if (asked.Length == 0)
        {
            errors.Add("number", "请填写受理编号。");
        }

        if (given.Length == 0)
        {
            errors.Add("code", "请填写查询码。");
        }

        return errors;
    }

    // typed from paper: spaces and lower case do not matter
    private static string Tidy(string? text, int most)
    {
        var tidy = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        return tidy.Length > most ? tidy[..most] : tidy;
    }

    internal sealed class Reading(AppDb db, Calendars calendars, CountyScope scope)
    {
        public async Task<ProgressOfCase?> Find(string number, string code, DateOnly today, CancellationToken ct)
        {
            var c = await db.Cases.Real.Whole.AsNoTracking().FirstOrDefaultAsync(x => x.Number == number, ct);
            if (!Same(c?.QueryCode ?? "", code) || c is null)
            {
                return null;
            }

            var unit = await db.UnitRefs.AsNoTracking().FirstOrDefaultAsync(u => u.Id == c.Unit, ct);
            var clock = await calendars.Of(scope.County, db, ct);
            return new(c.Number, c.ItemName, unit?.Name ?? c.Unit.Value, unit?.ConsultPhone ?? "", c.Applicant.Shown, ApplicantWords.State(c.State, c.Decision?.Granted),
                ApplicantWords.Tone(c.State, c.Decision?.Granted), ApplicantWords.Next(c, unit?.ShortName ?? "办理单位"), CaseDeadline.Of(ClockRow.Of(c), clock, today, ShowClock.HrefOf(c, clock)),
                CaseSteps.Of(c), await CaseTimeline.Of(db, c.Id, forStaff: false, ct));
        }

        private static bool Same(string stands, string given) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(stands), Encoding.UTF8.GetBytes(given));
    }
}

/// <summary>A case's progress as anybody with its receipt sees it.</summary>
/// <param name="Applicant">Masked.</param>
public sealed record ProgressOfCase(
    string Number, string Item, string Unit, string Phone, string Applicant, string State, Tone Tone, string Next, DeadlineView Deadline,
    IReadOnlyList<StepView> Steps, IReadOnlyList<TimelineEntry> Timeline);

public sealed record ProgressView(string Number, string Code, ProgressOfCase? Found, FormErrors Errors);
