using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Identity.Mandates;

public sealed record GiveMandateInput : IAgentInput
{
    /// <summary>Empty: the visitor in person; else the id of an organisation.</summary>
    public string? Principal { get; init; }

    public string? Agent { get; init; }

    public string? AgentName { get; init; }

    public string? Scope { get; init; }

    public string? From { get; init; }

    public string? Until { get; init; }
}

public sealed record MyMandatesView(IReadOnlyList<OrganisationRow> Organisations, IReadOnlyList<MandateRow> Given, IReadOnlyList<MandateRow> Received)
{
    public ClaimInput Claim { get; init; } = new();
    public FormErrors? ClaimErrors { get; init; }
    public required GiveMandateInput Give { get; init; }
    public FormErrors? GiveErrors { get; init; }
}

/// <summary>法人与授权 — in whose name the visitor may act, and whom the visitor lets act.</summary>
internal static class MyMandates
{
    internal const string Here = "/my/mandates";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, async (HttpContext http, AppDb db, CancellationToken ct) => Page.Of<MyMandatesPage>(http, await View(http, db, ct))).RequireAuthorization();
        app.MapPost(Here, Give).RequireAuthorization();
        app.MapPost(Here + "/{id:guid}/revocation", Revoke).RequireAuthorization();
    }

    internal static async Task<MyMandatesView> View(HttpContext http, AppDb db, CancellationToken ct)
    {
        var (me, today) = (http.Visitor.Actor.AccountId, http.Act().Today);
        var index = await IndexOf(db, me, ct);
        var organisations = await db.Set<Organisation>().AsNoTracking().Where(o => o.RepresentativeId == me && o.State != OrganisationState.Closed).OrderBy(o => o.Name).ToListAsync(ct);
        var ids = organisations.Select(o => (Guid?)o.Id).ToList();
        var given = await db.Set<Mandate>().AsNoTracking().Where(m => ids.Contains(m.OrganisationId) || (index != null && m.PrincipalIndex == index)).OrderByDescending(m => m.From).ThenBy(m => m.Id).ToListAsync(ct);
        var received = await db.Set<Mandate>().AsNoTracking().Where(m => m.AgentId == me).OrderByDescending(m => m.From).ThenBy(m => m.Id).ToListAsync(ct);
        return new([.. organisations.Select(OrganisationRow.Of)], [.. given.Select(m => MandateRow.Of(m, today))], [.. received.Select(m => MandateRow.Of(m, today))])
        {
            Give = new() { From = today.ToString("yyyy-MM-dd"), Until = today.AddYears(1).ToString("yyyy-MM-dd") },
        };
    }

    private static async Task<IResult> Give(HttpContext http, [FromForm] GiveMandateInput input, Accounts accounts, AppDb db, Writer writer, IdSource ids)
    {
        var (act, ct, errors) = (http.Act(), http.RequestAborted, new FormErrors());
        var me = await accounts.Read(act.By.AccountId, ct) ?? throw new NotThere();
        var organisation = Guid.TryParse(input.Principal, out var id)
            ? await db.Set<Organisation>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == id && o.RepresentativeId == me.Id, ct) ?? throw new NotThere()
            : null;
        if (organisation is null && me.ResidentIndex is null)
        {
            errors.Add("principal", "您的账号没有登记身份证号码，不能以个人名义委托。");
        }

        if (await MandateForm.Read(input, organisation?.Name ?? me.DisplayName, accounts, errors, ct) is not { } terms)
        {
            return Page.Again<MyMandatesPage>(http, await View(http, db, ct) with { Give = input, GiveErrors = errors });
        }

        await writer.Write(act, http.IdempotencyKey, () =>
        {
            var given = organisation is null
                ? Mandate.ForPerson(ids.NewId(act.Now), me.ResidentIndex!, terms, "", act)
                : Mandate.ForOrganisation(ids.NewId(act.Now), organisation, terms, act);
            db.Add(given);
            return Task.FromResult(given.Id);
        }, ct);
        return Page.Then(http, Here, $"已授权{terms.Agent.DisplayName}。");
    }

    /// <summary>The principal takes it back, or the agent lays it down.</summary>
    private static async Task<IResult> Revoke(HttpContext http, Guid id, AppDb db, Writer writer, CancellationToken ct)
    {
        var act = http.Act();
        var index = await IndexOf(db, act.By.AccountId, ct);
        await writer.Write(act, async () =>
        {
            var mandate = await db.Set<Mandate>().FirstOrDefaultAsync(m => m.Id == id, ct) ?? throw new NotThere();
            var mine = mandate.AgentId == act.By.AccountId || (index is not null && mandate.PrincipalIndex == index)
                || await db.Set<Organisation>().AnyAsync(o => o.Id == mandate.OrganisationId && o.RepresentativeId == act.By.AccountId, ct);
            (mine ? mandate : throw new NotThere()).Revoke(act);
        }, ct);
        return Page.Then(http, Here, "授权已撤销。");
    }

    private static Task<string?> IndexOf(AppDb db, Guid account, CancellationToken ct) =>
        db.Set<Account>().Where(a => a.Id == account).Select(a => a.ResidentIndex).FirstOrDefaultAsync(ct);
}
