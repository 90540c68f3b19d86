using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Figures.Declaring;

public sealed record WithdrawalInput
{
    public string? Reason { get; init; }
}

public sealed record WithdrawalView(DeclaredRow Row, WithdrawalInput Input, FormErrors Errors);

/// <summary>撤回申报值 — with its reason; the row and its journal stay.</summary>
internal static class Withdrawal
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/figures/declared/{id:guid}/withdrawal", Show).RequirePermission("figures.declare").ExcludeFromDescription();
        app.MapPost("/desk/figures/declared/{id:guid}/withdrawal", Withdraw).RequirePermission("figures.declare").ExcludeFromDescription();
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, AppDb db, CancellationToken ct) =>
        Page.Of<WithdrawalPage>(http, new WithdrawalView(DeclaredList.Row(await Find(db, id, ct)), new(), new()));

    private static async Task<IResult> Withdraw(HttpContext http, Guid id, [FromForm] WithdrawalInput input, AppDb db, Writer writer, CancellationToken ct)
    {
        var declared = await Find(db, id, ct);
        if (string.IsNullOrWhiteSpace(input.Reason) || input.Reason.Trim().Length > 200)
        {
            var errors = new FormErrors();
            errors.Add("reason", "请填写撤回原因，不超过 200 字。");
            return Page.Again<WithdrawalPage>(http, new WithdrawalView(DeclaredList.Row(declared), input, errors));
        }

        var act = http.Act(input.Reason);
        await writer.Write(act, () =>
        {
            declared.Withdraw(act);
            return Task.CompletedTask;
        }, ct);
        return Page.Then(http, "/desk/figures/declared", $"已撤回“{declared.Name}”的申报值。");
    }

    private static async Task<DeclaredFigure> Find(AppDb db, Guid id, CancellationToken ct) =>
        await db.Set<DeclaredFigure>().FirstOrDefaultAsync(d => d.Id == id, ct) ?? throw new NotThere();
}
