using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Api;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Rules;

public sealed record RuleView(RuleRow Rule, string MadeBy, DateTimeOffset MadeAt, string EndedBy, string EndedWhy, bool MayEnd, string Until, string Reason, FormErrors Errors);

/// <summary>Until when a rule holds, and why no longer.</summary>
public sealed record RuleEndingInput(
    [property: Required(ErrorMessage = "请填写截止日期 until，如 2020-12-31。")] DateOnly? Until,
    [property: Required(ErrorMessage = "请填写终止的理由 reason。"), MinLength(2, ErrorMessage = "请写明终止的理由，例如：职责已经调整。"), MaxLength(200, ErrorMessage = "理由不能超过 200 个字。")] string? Reason);

/// <summary>一条派单规则 — of what it speaks, since which decision, and 终止 with a reason.</summary>
internal static class ShowRule
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(ListRules.Here + "/{id:guid}", async (HttpContext http, Guid id, AppDb db, CancellationToken ct) =>
            Page.Of<RulePage>(http, await View(http, id, db, new(), ct))).RequirePermission(ReportPermissions.ReadRules);
        app.MapPost(ListRules.Here + "/{id:guid}/ending", End).RequirePermission(ReportPermissions.KeepRules);
        app.MapGet("/api/v1/dispatch-rules/{id:guid}", async Task<Ok<RuleRow>> (HttpContext http, Guid id, AppDb db, CancellationToken ct) =>
            TypedResults.Ok((await View(http, id, db, new(), ct)).Rule)).RequirePermission(ReportPermissions.ReadRules).Described("一条派单规则");
        app.MapPost("/api/v1/dispatch-rules/{id:guid}/ending", async Task<Ok<RuleRow>> (HttpContext http, Guid id, RuleEndingInput input, AppDb db, Writer writer, CancellationToken ct) =>
        {
            await View(http, id, db, new(), ct);
            await EndRule(http, id, input.Until!.Value, input.Reason!, db, writer, ct);
            return TypedResults.Ok((await View(http, id, db, new(), ct)).Rule);
        }).RequirePermission(ReportPermissions.KeepRules).Described("终止一条派单规则");
    }

    private static async Task<IResult> End(HttpContext http, Guid id, IFormCollection form, AppDb db, Writer writer, CancellationToken ct)
    {
        var (typed, reason, errors) = (http.Request.Text("until", 10), http.Request.Text("reason", 200), new FormErrors());
        var view = await View(http, id, db, errors, ct);
        if (!DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until))
        {
            errors.Add("until", "请填写截止日期，如 2020-12-31。");
        }
        else if (until < view.Rule.From.AddDays(-1))
        {
            errors.Add("until", "截止日期不能早于生效的前一日。");
        }

        if (reason.Length < 2)
        {
            errors.Add("reason", "请写明终止的理由，例如：职责已经调整。");
        }

        if (errors.Count > 0)
        {
            return Page.Again<RulePage>(http, view);
        }

        await EndRule(http, id, until, reason, db, writer, ct);
        return Page.Then(http, $"{ListRules.Here}/{id}", "派单规则已终止，记录保留。");
    }

    private static async Task EndRule(HttpContext http, Guid id, DateOnly until, string reason, AppDb db, Writer writer, CancellationToken ct)
    {
        var act = http.Act(reason);
        await writer.Write(act, http.IdempotencyKey, async () =>
        {
            var rule = await db.Set<DispatchRule>().FirstAsync(r => r.Id == id, ct);
            rule.End(until, act);
            return true;
        }, ct);
    }

    private static async Task<RuleView> View(HttpContext http, Guid id, AppDb db, FormErrors errors, CancellationToken ct)
    {
        var r = await db.Set<DispatchRule>().AsNoTracking().FirstOrDefaultAsync(x => x.Id == id, ct) ?? throw new NotThere();
        var unit = await db.UnitRefs.AsNoTracking().Where(u => u.Id == r.Lead).Select(u => u.Name).FirstOrDefaultAsync(ct) ?? r.Lead.Value;
        var (today, table) = (http.Act().Today, (PermissionTable)http.RequestServices.GetService(typeof(PermissionTable))!);
        var mayEnd = DispatchRule.Lifecycle.Can(r.State, RuleVerb.End) && http.Visitor.May(table, ReportPermissions.KeepRules);
        var posted = http.Request.HasFormContentType;
        return new(new(r.Id, RuleHints.InWords(r, await db.OrderCodes(ct)), unit, r.Basis, r.From, r.Until, ListRules.Standing(r, today), r.OrderId, r.OrderNumber), r.MadeByName, r.MadeAt, r.EndedByName, r.EndedWhy, mayEnd,
            posted ? http.Request.Text("until", 10) : $"{today:yyyy-MM-dd}", posted ? http.Request.Text("reason", 200) : "", errors);
    }
}
