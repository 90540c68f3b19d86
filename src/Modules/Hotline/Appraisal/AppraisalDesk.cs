using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Limits;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Hotline.Appraisal;

/// <summary>How people reach a sheet: units none that is a draft, everybody changes only the version they saw.</summary>
internal sealed class AppraisalDesk(AppDb db, Writer writer, AppraisalCounting counting, OverdueNoting noting, PermissionTable table, Calendars calendars, CountyScope scope, IdSource ids)
{
    public Guid NewId(Act act) => ids.NewId(act.Now);

    /// <summary>2020-10 as the month's first day; null for what is no month.</summary>
    public static DateOnly? MonthOf(string? key) => DateOnly.TryParseExact(key, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year is >= WorkCalendar.FirstYear and <= WorkCalendar.LastYear ? month : null;

    /// <summary>The units whose lines the visitor reads whole; null for all.</summary>
    public IReadOnlyList<UnitId>? UnitsOf(HttpContext http) => http.Visitor.UnitsFor(table, AppraisalPermissions.Read);

    /// <exception cref="NotThere">There is none, or it is not published and they are of a unit.</exception>
    public async Task<AppraisalSheet> Find(HttpContext http, string key, CancellationToken ct)
    {
        var found = MonthOf(key) is { } month ? await db.Set<AppraisalSheet>().AsNoTracking().Whole.FirstOrDefaultAsync(s => s.Month == month, ct) : null;
        return found is not null && (found.State != AppraisalState.Draft || UnitsOf(http) is null) ? found : throw new NotThere();
    }

    /// <summary>Loads the sheet, holds the posted version against it, and calls the verb, all in one write.</summary>
    public async Task Change(HttpContext http, string key, string? reason, Func<AppraisalSheet, Act, Task> verb, CancellationToken ct)
    {
        var (month, act) = (MonthOf(key) ?? throw new NotThere(), http.Act(reason));
        await writer.Write(act, http.IdempotencyKey, async () =>
        {
            var found = await db.Set<AppraisalSheet>().Whole.FirstOrDefaultAsync(s => s.Month == month, ct) ?? throw new NotThere();
            await Stale.Check(db, found, http.Request.SeenVersion, (found.Name, Label.Of(found.State), found.Href), ct);
            await verb(found, act);
            return true;
        }, ct);
    }

    /// <summary>生成考核表 — one a month.</summary>
    /// <exception cref="RuleViolation"><c>appraisal-there</c>, <c>appraisal-early</c>.</exception>
    public async Task<string> Count(HttpContext http, DateOnly month, CancellationToken ct)
    {
        var act = http.Act();
        // the house does it in the night; who counts in the first hour of a month does not wait for it
        await noting.Keep(month, act with { By = Actor.System }, ct);
        return await writer.Write(act, http.IdempotencyKey, async () =>
        {
            var sheet = await Counted(month, act, ct);
            return sheet.Key;
        }, ct);
    }

    /// <summary>The same inside a write of the caller's.</summary>
    public async Task<AppraisalSheet> Counted(DateOnly month, Act act, CancellationToken ct)
    {
        if (await db.Set<AppraisalSheet>().AnyAsync(s => s.Month == month, ct))
        {
            throw new RuleViolation("appraisal-there", $"{month.Year}年{month.Month}月的考核表已经生成。");
        }

        var rules = await counting.Rules(month, ct);
        return db.Add(AppraisalSheet.Count(NewId(act), month, await counting.Of(month, null, rules.Limits, ct), rules, act)).Entity;
    }

    public async Task Recount(AppraisalSheet sheet, Act act, CancellationToken ct)
    {
        var rules = await counting.Rules(sheet.Month, ct);
        AppraisalSheet.Lifecycle.After(sheet.State, AppraisalVerb.Recount);
        sheet.Recount(await counting.Of(sheet.Month, sheet, rules.Limits, ct), rules, act);
    }

    /// <summary>Leaves an order out of a draft, and counts it anew.</summary>
    public async Task DecideExclusion(AppraisalSheet sheet, Guid id, bool allowed, Act act, CancellationToken ct)
    {
        sheet.DecideExclusion(id, allowed, act);
        await Correct(sheet, act, ct);
    }

    public async Task DecideObjection(AppraisalSheet sheet, Guid id, bool upheld, Act act, CancellationToken ct)
    {
        sheet.DecideObjection(id, upheld, NewId(act), act);
        await Correct(sheet, act, ct);
    }

    public async Task Publish(AppraisalSheet sheet, Act act, CancellationToken ct)
    {
        var clock = await calendars.Of(scope.County, db, ct);
        var limits = await db.OrderLimitsOn(act.Today, ct);
        sheet.Publish(clock.Due(act.Today, limits.Days(OrderLimitCode.AppraisalObjection))!.Value, act);
    }

    public async Task Finalise(AppraisalSheet sheet, Act act, CancellationToken ct) => sheet.Finalise(await counting.Limits(sheet.Month, ct), act);

    /// <summary>The order of a number among what a criterion counted for a unit; null where it was not counted.</summary>
    public async Task<AppraisalFact?> Fact(AppraisalSheet sheet, Criterion c, UnitId unit, string number, CancellationToken ct) => c == Criterion.Knowledge ? null
        : await AppraisalFacts.Of(db, c, AppraisalCounting.ScopeOf(sheet.Month) with { Unit = unit }).FirstOrDefaultAsync(f => f.Number == number, ct);

    private async Task Correct(AppraisalSheet sheet, Act act, CancellationToken ct)
    {
        var rules = await counting.Rules(sheet.Month, ct);
        sheet.Correct(await counting.Of(sheet.Month, sheet, rules.Limits, ct), rules, act);
    }
}
