using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Payments;

/// <summary>开具缴款通知 — the fee rows of the guide; the amount is typed where the standard is a range, and proposed where it is one number.</summary>
internal static partial class IssuePayment
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/payments/new", Show).RequirePermission(PaymentPermissions.Issue);
        app.MapPost("/desk/cases/{id:guid}/payments", Post).RequirePermission(PaymentPermissions.Issue);
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, CaseDesk desk, PaymentDesk payments, CancellationToken ct)
    {
        var found = await desk.Find(http, id, PaymentPermissions.Issue, ct);
        var fees = await payments.Fees(found.VersionId, ct);
        return Page.Of<IssuePaymentPage>(http, View(found, fees, n => Proposed(fees[n - 1].Standard), new(), null));
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, PaymentDesk payments, CancellationToken ct)
    {
        var found = await desk.Find(http, id, PaymentPermissions.Issue, ct);
        var (fees, errors, charges) = (await payments.Fees(found.VersionId, ct), new FormErrors(), new List<FeeCharge>());
        for (var n = 1; n <= fees.Count; n++)
        {
            Read(form[$"fee-{n}"].FirstOrDefault()?.Trim() ?? "", n, charges, errors);
        }

        if (errors.Count == 0 && charges.Count == 0)
        {
            errors.Add(fees.Count == 0 ? "" : "fee-1", fees.Count == 0 ? "该事项的办事指南没有收费项目，不能收费。" : "请至少填写一项金额。");
        }

        return errors.Count > 0
            ? Page.Again<IssuePaymentPage>(http, View(found, fees, n => form[$"fee-{n}"].FirstOrDefault() ?? "", errors, http.IdempotencyKey))
            : Page.Then(http, $"/desk/payments/{await payments.Issue(http, id, charges, ct)}", "缴款通知已开具。");
    }

    private static void Read(string typed, int order, List<FeeCharge> charges, FormErrors errors)
    {
        if (typed.Length == 0)
        {
            return;
        }

        if (!Money.TryParse(typed, out var amount, out string fault))
        {
            errors.Add($"fee-{order}", fault + "。");
        }
        else if (amount <= Money.Zero || amount > Money.Yuan(10_000_000))
        {
            errors.Add($"fee-{order}", "金额应大于零，不超过一千万元。");
        }
        else
        {
            charges.Add(new(order, amount));
        }
    }

    /// <summary>The one amount that the standard names; empty where it names several or none.</summary>
    internal static string Proposed(string standard) =>
        Amounts().Matches(standard) is [var only] ? decimal.Parse(only.Groups[1].Value, CultureInfo.InvariantCulture).ToString("0.##", CultureInfo.InvariantCulture) : "";

    private static IssuePaymentView View(Case c, IReadOnlyList<Fee> fees, Func<int, string> typed, FormErrors errors, string? key) =>
        new(c.Id, c.Number, c.ItemName, [.. fees.Select((f, i) => new FeeRow(i + 1, f.Name, f.Standard, f.Basis, f.Reducible, f.ReductionNote, typed(i + 1)))], errors, key);

    [GeneratedRegex(@"(\d+(?:\.\d{1,2})?)\s*元")]
    private static partial Regex Amounts();
}

public sealed record FeeRow(int Order, string Name, string Standard, string Basis, bool Reducible, string ReductionNote, string Typed);

public sealed record IssuePaymentView(Guid CaseId, string Number, string Item, IReadOnlyList<FeeRow> Fees, FormErrors Errors, string? Key);
