using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity.Mandates;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Identity.Verification;

public sealed record DelegationInput : IAgentInput
{
    public string? PrincipalName { get; init; }

    public string? PrincipalId { get; init; }

    public string? Agent { get; init; }

    public string? AgentName { get; init; }

    public string? Scope { get; init; }

    public string? From { get; init; }

    public string? Until { get; init; }

    public string? Document { get; init; }
}

public sealed record DelegationsView(DelegationInput Input, FormErrors? Errors, IReadOnlyList<MandateRow> Rows, Paging Paging);

/// <summary>登记委托 — at the window, from the letter of authority: for guardians, and the children of the old. The principal needs no account.</summary>
internal static class RecordDelegation
{
    private const string Here = "/desk/delegations";

    internal static void Map(IEndpointRouteBuilder app)
    {
        var desk = app.MapGroup(Here).RequirePermission(AccountRights.Verify);
        desk.MapGet("", async (HttpContext http, AppDb db, CancellationToken ct) => Page.Of<DelegationsPage>(http, await View(http, db, Empty(http), null, ct)));
        desk.MapPost("", Handle);
        desk.MapPost("/{id:guid}/revocation", Revoke);
    }

    private static async Task<IResult> Handle(HttpContext http, [FromForm] DelegationInput input, Accounts accounts, AppDb db, Writer writer)
    {
        var (act, ct, errors) = (http.Act(), http.RequestAborted, new FormErrors());
        if (input.PrincipalName?.Trim() is not { Length: >= 2 and <= 40 } name)
        {
            errors.Add("principalName", "请填写委托人姓名，2至40字。");
            name = "";
        }

        if (!ResidentId.TryParse(input.PrincipalId, out var principal, out string fault))
        {
            errors.Add("principalId", fault + "。");
        }

        if (input.Document?.Trim() is not { Length: >= 2 and <= 100 } document)
        {
            errors.Add("document", "请写明委托书的编号或名称。");
            document = "";
        }

        if (await MandateForm.Read(input, name, accounts, errors, ct) is not { } terms)
        {
            return Page.Again<DelegationsPage>(http, await View(http, db, input, errors, ct));
        }

        var (keys, ids) = (http.RequestServices.GetRequiredService<CountyScope>().County.Keys, http.RequestServices.GetRequiredService<IdSource>());
        await writer.Write(act, http.IdempotencyKey, () =>
        {
            var given = Mandate.ForPerson(ids.NewId(act.Now), keys.IndexOf(principal.Value), terms, document, act);
            db.Add(given);
            return Task.FromResult(given.Id);
        }, ct);
        return Page.Then(http, Here, $"已登记{name}对{terms.Agent.DisplayName}的委托。");
    }

    private static async Task<IResult> Revoke(HttpContext http, Guid id, AppDb db, Writer writer, CancellationToken ct)
    {
        var act = http.Act("委托人到窗口撤销");
        await writer.Write(act, async () =>
            (await db.Set<Mandate>().FirstOrDefaultAsync(m => m.Id == id && m.PrincipalIndex != null, ct) ?? throw new NotThere()).Revoke(act), ct);
        return Page.Then(http, Here, "委托已撤销。");
    }

    private static async Task<DelegationsView> View(HttpContext http, AppDb db, DelegationInput input, FormErrors? errors, CancellationToken ct)
    {
        var all = db.Set<Mandate>().AsNoTracking().Where(m => m.PrincipalIndex != null);
        var paging = Paging.Of(http.Request.Query["page"], http.Request.Query["size"], await all.CountAsync(ct));
        var rows = await all.OrderByDescending(m => m.Id).Skip(paging.Skip).Take(paging.Size).ToListAsync(ct);
        return new(input, errors, [.. rows.Select(m => MandateRow.Of(m, http.Act().Today))], paging);
    }

    private static DelegationInput Empty(HttpContext http)
    {
        var today = http.Act().Today;
        return new() { From = today.ToString("yyyy-MM-dd"), Until = today.AddMonths(6).ToString("yyyy-MM-dd") };
    }
}
