using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yimen.Kernel;
using Yimen.Platform.Http;
using Yimen.Platform.Points;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Identity.Registry;

public sealed record GrantInput
{
    public string? Role { get; init; }

    public string? Unit { get; init; }

    public string? Area { get; init; }
}

/// <param name="Kept">Of those held, what stays.</param>
public sealed record GrantsView(Guid Id, string Name, IReadOnlyList<Choice> Held, IReadOnlyList<string> Kept, GrantInput Input, FormErrors? Errors);

/// <summary>调整授权 — which roles, and for whose queue and area. What is unticked ends; one may be added at a time.</summary>
internal static class GrantRights
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/accounts/{id:guid}/grants", Show).RequirePermission(AccountRights.Grant);
        app.MapPost("/desk/accounts/{id:guid}/grants", Handle).RequirePermission(AccountRights.Grant);
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, Accounts accounts, CancellationToken ct)
    {
        var account = await Staff(id, accounts, ct);
        return Page.Of<GrantsPage>(http, View(account, [.. account.Grants.Select(g => g.Scope.ToString())], new(), null));
    }

    private static async Task<IResult> Handle(HttpContext http, Guid id, [FromForm] GrantInput input, Accounts accounts, UnitNames units, CancellationToken ct)
    {
        var account = await Staff(id, accounts, ct);
        var errors = new FormErrors();
        var wanted = account.Grants.Select(g => g.Scope).Where(g => http.Request.Form["keep"].Contains(g.ToString())).ToList();
        IReadOnlyList<string> kept = [.. wanted.Select(g => g.ToString())];
        if (!string.IsNullOrEmpty(input.Role))
        {
            wanted.AddRange(Added(input, errors));
            if (errors.Of("unit") is null && input.Unit?.Trim() is { Length: > 0 } unit && await units.WhyNot(unit, ct) is { } noUnit)
            {
                errors.Add("unit", noUnit); // rights in a unit that there is not would find nothing, without a word
            }
        }

        if (Roles.WhyNotTogether(wanted.Select(g => g.Role)) is { } why)
        {
            errors.Add("role", why);
        }

        if (errors.Count > 0)
        {
            return Page.Again<GrantsPage>(http, View(account, kept, input, errors));
        }

        var act = http.Act();
        await accounts.Change(act, id, a => a.Regrant(act, wanted), ct);
        return Page.Then(http, $"/desk/accounts/{id}", "授权已调整，一分钟内生效。");
    }

    private static IEnumerable<RoleScope> Added(GrantInput input, FormErrors errors)
    {
        var (unit, area) = (input.Unit?.Trim() ?? "", input.Area?.Trim() ?? "");
        if (!Roles.Names.ContainsKey(input.Role!))
        {
            errors.Add("role", "没有这个角色。");
        }

        if (unit.Length > 0 && !OpenAccount.UnitCode().IsMatch(unit))
        {
            errors.Add("unit", "单位代码由大写字母、数字和短横线组成。");
        }

        if (area.Length > 0 && (area.Length != 12 || !area.All(char.IsAsciiDigit)))
        {
            errors.Add("area", $"行政区划代码应为12位数字，现为{area.Length}位。");
        }

        return errors.Count > 0 ? [] : [new(input.Role!, unit.Length == 0 ? null : new UnitId(unit), area.Length == 0 ? null : new AreaCode(area))];
    }

    private static async Task<Account> Staff(Guid id, Accounts accounts, CancellationToken ct) =>
        await accounts.Read(id, ct) is { Kind: AccountKind.Staff } staff ? staff : throw new NotThere();

    private static GrantsView View(Account account, IReadOnlyList<string> kept, GrantInput input, FormErrors? errors) =>
        new(account.Id, account.DisplayName, [.. account.Grants.Select(g => new Choice(g.Scope.ToString(), g.Scope.Words))], kept, input, errors);
}
