using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yimen.Platform.Http;
using Yimen.Platform.Identity.Tokens;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Identity.My;

public sealed record NewTokenInput
{
    public string? Name { get; init; }

    public string? Days { get; init; }
}

public sealed record TokenRow(Guid Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt, bool Valid);

/// <param name="Fresh">The token just issued, shown this once.</param>
public sealed record MyTokensView(IReadOnlyList<TokenRow> Tokens, NewTokenInput Input, FormErrors? Errors, string? Fresh);

/// <summary>访问令牌 — for scripts and other systems that act as their holder through the API.</summary>
internal static class MyTokens
{
    private const string Here = "/my/tokens";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, Show).RequireAuthorization();
        app.MapPost(Here, Issue).RequireAuthorization();
        app.MapPost(Here + "/{id:guid}/revocation", Revoke).RequireAuthorization();
    }

    private static async Task<IResult> Show(HttpContext http, ApiTokens tokens, CancellationToken ct) =>
        Page.Of<MyTokensPage>(http, await View(http, tokens, new() { Days = "90" }, ct));

    private static async Task<IResult> Issue(HttpContext http, [FromForm] NewTokenInput input, ApiTokens tokens, Accounts accounts, CancellationToken ct)
    {
        var errors = new FormErrors();
        if (string.IsNullOrWhiteSpace(input.Name) || input.Name.Length > 60)
        {
            errors.Add("name", "请写明用途，60字以内。");
        }

        if (!int.TryParse(input.Days, out var days) || days is < 1 or > 365)
        {
            errors.Add("days", "有效天数为1至365。");
        }

        if (errors.Count > 0)
        {
            return Page.Again<MyTokensPage>(http, await View(http, tokens, input, ct) with { Errors = errors });
        }

        var account = await accounts.Find(http.Visitor.Actor.AccountId, ct) ?? throw new NotThere();
        var fresh = await tokens.Issue(http.Act(), account, input.Name!.Trim(), days, ct);
        return Page.Of<MyTokensPage>(http, await View(http, tokens, new() { Days = "90" }, ct) with { Fresh = fresh });
    }

    private static async Task<IResult> Revoke(HttpContext http, Guid id, ApiTokens tokens, Accounts accounts, CancellationToken ct)
    {
        var account = await accounts.Find(http.Visitor.Actor.AccountId, ct) ?? throw new NotThere();
        await tokens.Revoke(http.Act(), account, id, ct);
        return Page.Then(http, Here, "访问令牌已撤销。");
    }

    private static async Task<MyTokensView> View(HttpContext http, ApiTokens tokens, NewTokenInput input, CancellationToken ct)
    {
        var now = http.Act().Now;
        var rows = await tokens.Of(http.Visitor.Actor.AccountId, ct);
        return new([.. rows.Select(t => new TokenRow(t.Id, t.Name, t.CreatedAt, t.ExpiresAt, t.LastUsedAt, t.IsValid(now)))], input, null, null);
    }
}
