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

/// <summary>The rule that was made.</summary>
public sealed record RuleMade(Guid Id);

public sealed record MakeRuleView(Guid OrderId, string Number, string Title, string Decision, RuleInput Input, RuleChoices Choices, FormErrors Errors);

/// <summary>What may be chosen.</summary>
public sealed record RuleChoices(IReadOnlyList<Choice> Classes, IReadOnlyList<Choice> Units, IReadOnlyList<Choice> Areas);

/// <summary>定为派单规则 — from a coordination's decision: filled in from the order, to be narrowed or widened.</summary>
internal static class MakeRule
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/orders/{id:guid}/dispatch-rule", async (HttpContext http, Guid id, Making making, CancellationToken ct) =>
            Page.Of<MakeRulePage>(http, await making.View(http, id, null, new(), ct))).RequirePermission(ReportPermissions.KeepRules);
        app.MapPost("/desk/orders/{id:guid}/dispatch-rule", Post).RequirePermission(ReportPermissions.KeepRules);
        app.MapPost("/api/v1/orders/{id:guid}/dispatch-rule", async Task<Created<RuleMade>> (HttpContext http, Guid id, RuleInput input, Making making, CancellationToken ct) =>
        {
            var errors = new FormErrors();
            return await making.Handle(http, id, input, errors, ct) is { } made
                ? TypedResults.Created($"/desk/dispatch-rules/{made}", new RuleMade(made))
                : throw new RuleViolation("rule-faults", string.Join(' ', errors.Select(e => e.Message)));
        }).RequirePermission(ReportPermissions.KeepRules).Described("把协调决定定为派单规则");
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, Making making, CancellationToken ct)
    {
        var (input, errors) = (RuleInput.Posted(http.Request), new FormErrors());
        return await KeptForm.Try(errors,
            async () => await making.Handle(http, id, input, errors, ct) is { } made
                ? Page.Then(http, $"/desk/dispatch-rules/{made}", "已定为派单规则，派单时排在建议的最前面。")
                : Page.Again<MakeRulePage>(http, await making.View(http, id, input, errors, ct)),
            async status => Page.Of<MakeRulePage>(http, await making.View(http, id, input, errors, ct), status), KeptForm.AnyRule);
    }

    internal sealed class Making(AppDb db, OrderDesk desk, Writer writer, IdSource ids)
    {
        /// <summary>The new rule; null with each fault at its field.</summary>
        public async Task<Guid?> Handle(HttpContext http, Guid id, RuleInput input, FormErrors errors, CancellationToken ct)
        {
            var order = await desk.Find(http, id, OrderPermissions.Decide, ct);
            if (await input.Read(db, errors, ct) is not { } draft)
            {
                return null;
            }

            var act = http.Act();
            return await writer.Write<Guid?>(act, http.IdempotencyKey, async () =>
            {
                var rule = DispatchRule.Make(ids.NewId(act.Now), order, draft, act);
                if (await db.Set<DispatchRule>().AnyAsync(r => r.CoordinationId == rule.CoordinationId, ct))
                {
                    throw new RuleViolation("rule-made", "这项协调决定已经定为派单规则。");
                }

                db.Add(rule);
                return rule.Id;
            }, ct);
        }

        public async Task<MakeRuleView> View(HttpContext http, Guid id, RuleInput? typed, FormErrors errors, CancellationToken ct)
        {
            var order = await desk.Find(http, id, OrderPermissions.Decide, ct);
            var decided = DispatchRule.Decision(order) ?? throw new RuleViolation("rule-undecided", "协调还没有决定，不能定为派单规则。");
            var first = new RuleInput(order.ContentClass, "", "", decided.Lead!.Value.Value, Shortened($"协调决定：{decided.Decision}"), $"{http.Act().Today:yyyy-MM-dd}", "");
            return new(order.Id, order.Number, order.Title, decided.Decision, typed ?? first, await Choices(db, http.Act().Today, ct), errors);
        }

        public static async Task<RuleChoices> Choices(AppDb db, DateOnly today, CancellationToken ct)
        {
            var units = await db.UnitRefs.AsNoTracking().Where(u => !u.Closed).OrderBy(u => u.Kind).ThenBy(u => u.Id).Select(u => new { u.Id, u.ShortName, u.Kind }).ToListAsync(ct);
            var areas = await db.DivisionRefs.AsNoTracking().Where(d => d.Level == 5).OrderBy(d => d.Code).Select(d => new { d.Code, d.Name }).ToListAsync(ct);
            return new((await db.OrderCodes(ct)).ClassChoices(today), [.. units.Select(u => new Choice(u.Id.Value, u.ShortName, null, Label.Of(u.Kind)))], [.. areas.Select(a => new Choice(a.Code.Value, a.Name))]);
        }

        private static string Shortened(string text) => text.Length > 200 ? text[..200] : text;
    }
}
