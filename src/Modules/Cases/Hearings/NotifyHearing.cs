using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Api;
using Yimen.Cases.Limits;
using Yimen.Cases.Papers;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Hearings;

/// <summary>A hearing as a program sets it.</summary>
/// <param name="At">When it begins.</param>
/// <param name="Place">Where.</param>
/// <param name="Chair">The account of who presides.</param>
public sealed record HearingInput(
    [property: Required(ErrorMessage = "请填写听证时间 at。")] DateTimeOffset? At,
    [property: Required(ErrorMessage = "请填写听证地点 place。"), MaxLength(100, ErrorMessage = "地点不能超过 100 个字。")] string? Place,
    [property: Required(ErrorMessage = "请填写主持人 chair。")] Guid? Chair);

/// <param name="First">The first day that the notice leaves; <paramref name="Last"/> the last on which it is to be held.</param>
public sealed record HearingView(VerbView Case, IReadOnlyList<Choice> Chairs, DateOnly First, DateOnly Last, string By, string Statement);

/// <summary>通知听证 — the unit sets time, place and chair, and whoever asked is told in writing.</summary>
internal static class NotifyHearing
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/hearing", async (HttpContext http, Guid id, CaseDesk desk, AppDb db, CancellationToken ct) =>
            Page.Of<HearingPage>(http, await View(http, await desk.Find(http, id, CasePermissions.Review, ct), desk, db, new(), ct))).RequirePermission(CasePermissions.Review);
        app.MapPost("/desk/cases/{id:guid}/hearing", Post).RequirePermission(CasePermissions.Review);
        app.MapPost("/api/v1/cases/{id:guid}/hearing", (HttpContext http, Guid id, HearingInput input, CaseDesk desk, Notifying notifying, CancellationToken ct) =>
            desk.ChangeByApi(http, id, CasePermissions.Review, notifying.Change((input.At!.Value.ToUniversalTime(), input.Place!.Trim(), input.Chair!.Value), ct), ct)).RequirePermission(CasePermissions.Review).Described("通知听证的时间、地点和主持人");
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, AppDb db, Notifying notifying, CancellationToken ct)
    {
        var errors = new FormErrors();
        var (place, chair) = (http.Request.Text("place", 100), Guid.TryParse(form["chair"].FirstOrDefault(), out var chosen) ? chosen : Guid.Empty);
        var dated = DateOnly.TryParseExact(form["day"].FirstOrDefault(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        var timed = TimeOnly.TryParseExact(form["time"].FirstOrDefault()?.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        Require(errors, "day", dated, "请填写听证的日期。");
        Require(errors, "time", timed, "请按“09:30”的样子填写时间。");
        Require(errors, "place", place.Length > 0, "请填写听证的地点。");
        Require(errors, "chair", chair != Guid.Empty, "请选择主持人。");
        return await KeptForm.Try(errors,
            () => VerbPages.Do(http, id, CasePermissions.Review, notifying.Change((ChinaTime.StartOf(day).Add(time.ToTimeSpan()), place, chair), ct), desk, "听证通知书已生成并告知申请人；给利害关系人的送达后请登记。", ct),
            async status => Page.Of<HearingPage>(http, await View(http, await desk.Find(http, id, CasePermissions.Review, ct), desk, db, errors, ct), status),
            ("hearing-notice", "day"), ("hearing-late", "day"), ("chair-reviews", "chair"));
    }

    private static void Require(FormErrors errors, string field, bool met, string message)
    {
        if (!met)
        {
            errors.Add(field, message);
        }
    }

    private static async Task<HearingView> View(HttpContext http, Case c, CaseDesk desk, AppDb db, FormErrors errors, CancellationToken ct)
    {
        if (c is not { Hearing: { Stage: HearingStage.Requested or HearingStage.Notified } h, ClosedOn: null })
        {
            throw new RuleViolation("no-hearing", "没有等待组织的听证。");
        }

        var today = http.Act().Today;
        var first = (await desk.Clock(http, ct)).Due(today, (await db.LimitsOn(today, ct)).Days(CaseLimitCode.HearingNotice))!.Value;
        var chairs = await Chairs(db, c).OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Select(u => new { u.Id, u.DisplayName }).ToListAsync(ct);
        return new(await VerbPages.View(http, c, desk, errors, ct), [.. chairs.Where(u => u.Id != c.Reviewer && c.Opinions.All(o => o.ById != u.Id)).Select(u => new Choice($"{u.Id}", u.DisplayName))], first, h.HoldBy!.Value, h.RequestedBy, h.Statement);
    }

    private static IQueryable<Account> Chairs(AppDb db, Case c) => db.Users.AsNoTracking().Where(u => u.Kind == AccountKind.Staff && u.State == AccountState.Active && u.Unit == c.Unit);

    /// <summary>The use case that the form and the API share.</summary>
    internal sealed class Notifying(AppDb db, CasePapers papers)
    {
        public CaseChange Change((DateTimeOffset At, string Place, Guid Chair) plan, CancellationToken ct) => new(async (Case c, Act act, LegalClock clock) =>
        {
            var name = await Chairs(db, c).Where(u => u.Id == plan.Chair).Select(u => u.DisplayName).FirstOrDefaultAsync(ct) ?? throw new RuleViolation("no-chair", "主持人应当是本机关在岗的工作人员。");
            c.NotifyHearing(new(plan.At, plan.Place, plan.Chair, name), act, clock, await db.LimitsOn(act.Today, ct));
            await papers.NotifyHearing(c, act, ct);
        });
    }
}
