using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity.Links;
using Yimen.Platform.Identity.Mandates;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Identity.Verification;

public sealed record FindInput
{
    public string? ResidentId { get; init; }
}

public sealed record VerifyInput
{
    public string? Card { get; init; }
}

/// <param name="Link">The path of a one-time link just offered, shown this once.</param>
public sealed record VerificationView(IReadOnlyList<OrganisationRow> Claims, AccountSummary? Found, string? Typed, FormErrors? Errors, string? Link);

/// <summary>现场核验 — a clerk sees the person and the card, or the representative and the licence. The number is posted, never part of an address.</summary>
internal static class VerifyPeople
{
    internal const string Here = "/desk/verification";
    internal static readonly IReadOnlyList<Choice> Cards = [new("居民身份证", "居民身份证"), new("临时居民身份证", "临时居民身份证"), new("户口簿", "户口簿"), new("护照", "护照")];

    internal static void Map(IEndpointRouteBuilder app)
    {
        var desk = app.MapGroup(Here).RequirePermission(AccountRights.Verify);
        desk.MapGet("", async (HttpContext http, AppDb db, CancellationToken ct) => Page.Of<VerificationPage>(http, await View(db, ct)));
        desk.MapPost("", Find);
        desk.MapPost("/people/{id:guid}", Verify);
        desk.MapPost("/people/{id:guid}/link", OfferLink);
        desk.MapPost("/organisations/{id:guid}", VerifyOrganisation);
    }

    private static async Task<IResult> Find(HttpContext http, [FromForm] FindInput input, Accounts accounts, AppDb db, CountyScope scope, CancellationToken ct)
    {
        var view = await View(db, ct) with { Typed = input.ResidentId };
        var errors = new FormErrors();
        var right = ResidentId.TryParse(input.ResidentId, out var resident, out string fault);
        var account = right ? await accounts.OfResident(resident.Value, ct) : null;
        if (account is null)
        {
            errors.Add("residentId", right ? "没有用这个身份证号码注册的账号。" : fault + "。");
            return Page.Again<VerificationPage>(http, view with { Errors = errors });
        }

        return Page.Of<VerificationPage>(http, view with { Found = AccountSummary.Of(account, scope.County.Keys) });
    }

    private static async Task<IResult> Verify(HttpContext http, Guid id, [FromForm] VerifyInput input, Accounts accounts, CancellationToken ct)
    {
        var act = http.Act();
        var card = Cards.FirstOrDefault(c => c.Value == input.Card)?.Value ?? throw new RuleViolation("card", "请选择核验时查看的证件。");
        var account = await accounts.Change(act, id, a => a.Verify(act, card), ct);
        return Page.Then(http, Here, $"{account.DisplayName}已核验。");
    }

    // whoever forgot the password comes with the card; the link is handed over on paper
    private static async Task<IResult> OfferLink(HttpContext http, Guid id, OneTimeLinks links, Accounts accounts, AppDb db, CancellationToken ct)
    {
        var account = await accounts.Read(id, ct);
        if (account is not { Kind: AccountKind.Citizen })
        {
            throw new NotThere();
        }

        var path = await links.Offer(http.Act("本人持证到窗口"), id, ct);
        return Page.Of<VerificationPage>(http, await View(db, ct) with { Link = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}{path}" });
    }

    private static async Task<IResult> VerifyOrganisation(HttpContext http, Guid id, AppDb db, Writer writer, CancellationToken ct)
    {
        var act = http.Act();
        await writer.Write(act, async () =>
            (await db.Set<Organisation>().FirstOrDefaultAsync(o => o.Id == id, ct) ?? throw new NotThere()).Verify(act), ct);
        return Page.Then(http, Here, "法人已核验。");
    }

    private static async Task<VerificationView> View(AppDb db, CancellationToken ct)
    {
        var claims = await db.Set<Organisation>().AsNoTracking().Where(o => o.State == OrganisationState.Claimed).OrderBy(o => o.ClaimedAt).ThenBy(o => o.Id).Take(100).ToListAsync(ct);
        return new([.. claims.Select(OrganisationRow.Of)], null, null, null, null);
    }
}
