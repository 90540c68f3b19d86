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

/// <summary>The list's query, as it stands in the URL.</summary>
public sealed record RuleFilter(string? Q, string? Standing, string? Unit, string? Sort, string? Page, string? Size);

/// <summary>A rule as lists tell it.</summary>
public sealed record RuleRow(Guid Id, string Bounds, string Unit, string Basis, DateOnly From, DateOnly? Until, string Standing, Guid OrderId, string OrderNumber);

public sealed record RulesView(IReadOnlyList<RuleRow> Rows, Paging Paging, RuleFilter Filter, IReadOnlyList<Choice> Units);

/// <summary>派单规则 — those in force, those to come, and those that ended, which are kept.</summary>
internal static class ListRules
{
    public const string Here = "/desk/dispatch-rules";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, async (HttpContext http, [AsParameters] RuleFilter filter, AppDb db, CancellationToken ct) =>
            Page.Of<RulesPage>(http, await View(db, filter, http.Act().Today, ct))).RequirePermission(ReportPermissions.ReadRules);
        app.MapGet("/api/v1/dispatch-rules", async Task<Ok<IReadOnlyList<RuleRow>>> (HttpContext http, [AsParameters] RuleFilter filter, AppDb db, CancellationToken ct) =>
            TypedResults.Ok((await View(db, filter, http.Act().Today, ct)).Rows)).RequirePermission(ReportPermissions.ReadRules).Described("查询派单规则");
    }

    /// <summary>有效, 未生效, 已到期 or 已终止 on a day.</summary>
    public static string Standing(DispatchRule r, DateOnly today) => r.Holds(today) ? "有效" : r.From > today && r.State == RuleState.InForce ? "未生效" : r.State == RuleState.Ended ? "已终止" : "已到期";

    private static async Task<RulesView> View(AppDb db, RuleFilter filter, DateOnly today, CancellationToken ct)
    {
        var found = Apply(db.Set<DispatchRule>().AsNoTracking(), filter, today);
        var paging = Paging.Of(filter.Page, filter.Size, await found.CountAsync(ct));
        var rules = await Order(found, filter.Sort).Skip(paging.Skip).Take(paging.Size).ToListAsync(ct);
        var codes = await db.OrderCodes(ct);
        var known = await db.UnitsAndTowns(ct);
        return new([.. rules.Select(r => new RuleRow(r.Id, RuleHints.InWords(r, codes), known.NameOf(r.Lead), r.Basis, r.From, r.Until, Standing(r, today), r.OrderId, r.OrderNumber))], paging, filter, known.Units);
    }

    private static IQueryable<DispatchRule> Apply(IQueryable<DispatchRule> rules, RuleFilter filter, DateOnly today)
    {
        rules = string.IsNullOrWhiteSpace(filter.Q) ? rules : rules.Where(r => r.Basis.Contains(filter.Q.Trim()) || r.Words.Contains(filter.Q.Trim()) || r.OrderNumber == filter.Q.Trim() || r.Class == filter.Q.Trim());
        rules = UnitId.TryParse(filter.Unit, null, out var unit) ? rules.Where(r => r.Lead == unit) : rules;
        return filter.Standing switch
        {
            "now" => rules.Where(r => r.From <= today && (r.Until == null || r.Until >= today)),
            "ended" => rules.Where(r => r.Until < today),
            "coming" => rules.Where(r => r.From > today),
            _ => rules,
        };
    }

    private static IQueryable<DispatchRule> Order(IQueryable<DispatchRule> rules, string? sort) => sort switch
    {
        "from" => rules.OrderBy(r => r.From).ThenBy(r => r.Id),
        "class" => rules.OrderBy(r => r.Class).ThenBy(r => r.Id),
        "-class" => rules.OrderByDescending(r => r.Class).ThenBy(r => r.Id),
        _ => rules.OrderByDescending(r => r.From).ThenByDescending(r => r.Id),
    };
}
