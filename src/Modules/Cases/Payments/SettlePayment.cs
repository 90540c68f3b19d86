using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yimen.Cases.Api;
using Yimen.Kernel;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Payments;

/// <summary>A payment as the treasury's system reports it.</summary>
/// <param name="Code">缴款码 of the notice.</param>
/// <param name="BillNumber">非税票据号.</param>
/// <param name="PaidOn">yyyy-MM-dd.</param>
/// <param name="AmountFen">What was paid, in 分; must be what is owed.</param>
public sealed record SettlementInput(
    [property: Required(ErrorMessage = "请填写缴款码 code。")] string? Code,
    [property: Required(ErrorMessage = "请填写非税票据号 billNumber。"), MaxLength(40, ErrorMessage = "非税票据号不能超过 40 个字符。")] string? BillNumber,
    [property: Required(ErrorMessage = "请填写缴款日期 paidOn。")] DateOnly? PaidOn,
    [property: Required(ErrorMessage = "请填写缴款金额 amountFen（分）。")] long? AmountFen);

/// <summary>How a notice stands, in 分.</summary>
public sealed record PaymentStanding(string Code, string CaseNumber, string State, long ChargedFen, long ReducedFen, long OwedFen, string? BillNumber, DateOnly? PaidOn)
{
    internal static PaymentStanding Of(PaymentNotice p) =>
        new(p.Code, p.CaseNumber, Label.Of(p.State), p.ChargedFen, p.ReducedFen, p.State == PaymentState.Open ? p.OwedFen : 0, p.Payment?.BillNumber, p.Payment?.PaidOn);
}

/// <summary>登记缴款、减免、撤销 — by the clerk's hand, or by the treasury's system.</summary>
internal static class SettlePayment
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/desk/payments/{id:guid}/settlement", Pay).RequirePermission(PaymentPermissions.Settle);
        app.MapPost("/desk/payments/{id:guid}/reduction", Reduce).RequirePermission(PaymentPermissions.Reduce);
        app.MapPost("/desk/payments/{id:guid}/withdrawal", Withdraw).RequirePermission(PaymentPermissions.Issue);
        app.MapPost("/api/v1/payments/settlements", Settle).RequirePermission(PaymentPermissions.Settle).Described("缴款结果回传：按缴款码登记非税票据号；同一票据重复回传不重复登记");
    }

    private static async Task<IResult> Pay(HttpContext http, Guid id, IFormCollection form, PaymentDesk desk, ShowPayment.Reading reading, CancellationToken ct)
    {
        var (bill, errors) = (Tidy(form["billNumber"].FirstOrDefault()), new FormErrors());
        if (bill.Length is < 6 or > 40)
        {
            errors.Add("billNumber", "请填写非税收入票据上的号码，6 至 40 个字符。");
        }

        if (!DateOnly.TryParse(form["paidOn"].FirstOrDefault(), out var paidOn))
        {
            errors.Add("paidOn", "请填写缴款日期，例如 2020-11-02。");
        }

        if (!Enum.TryParse<PaymentWay>(form["way"].FirstOrDefault(), out var way) || !Enum.IsDefined(way))
        {
            errors.Add("way", "请选择缴款方式。");
        }

        if (errors.Count == 0 && await reading.BillIsKnown(bill, id, ct))
        {
            errors.Add("billNumber", "这张票据已经登记在另一份缴款通知上。");
        }

        return await KeptForm.Try(errors,
            async () =>
            {
                await desk.Change(http, id, PaymentPermissions.Settle, (n, c, act) => n.Pay(c, Fact(bill, paidOn, way, act), act), null, ct);
                return Page.Then(http, $"/desk/payments/{id}", "缴款已登记。");
            },
            async status => Page.Of<PaymentPage>(http, await reading.View(http, await desk.Find(http, id, PaymentPermissions.Settle, ct), errors, ct), status),
            ("paid-on", "paidOn"));
    }

    private static async Task<IResult> Reduce(HttpContext http, Guid id, IFormCollection form, PaymentDesk desk, ShowPayment.Reading reading, CancellationToken ct)
    {
        var errors = new FormErrors();
        string Text(string name) => form[name].FirstOrDefault()?.Trim() ?? "";
        if (!Money.TryParse(Text("reduced"), out var amount, out string fault))
        {
            errors.Add("reduced", fault + "。");
        }

        if (!int.TryParse(Text("line"), out var order))
        {
            errors.Add("line", "请选择减免哪一项收费。");
        }

        if (Text("basis").Length is < 4 or > 200)
        {
            errors.Add("basis", "请写明减免依据，4 至 200 字。");
        }

        if (Text("grantedBy").Length is < 2 or > 50)
        {
            errors.Add("grantedBy", "请写明批准人，2 至 50 字。");
        }

        return await KeptForm.Try(errors,
            async () =>
            {
                await desk.Change(http, id, PaymentPermissions.Reduce, (n, c, act) => n.Reduce(c, new Reduction
                {
                    Order = order, AmountFen = amount.Fen, Basis = Text("basis"), GrantedBy = Text("grantedBy"), On = act.Today, ByName = act.By.Name, At = act.Now,
                }, act), null, ct);
                return Page.Then(http, $"/desk/payments/{id}", "减免已登记，缴款通知书已重新开具。");
            },
            async status => Page.Of<PaymentPage>(http, await reading.View(http, await desk.Find(http, id, PaymentPermissions.Reduce, ct), errors, ct), status),
            ("not-reducible", "line"), ("reduction-amount", "reduced"));
    }

    private static async Task<IResult> Withdraw(HttpContext http, Guid id, IFormCollection form, PaymentDesk desk, CancellationToken ct)
    {
        await desk.Change(http, id, PaymentPermissions.Issue, (n, c, act) => n.Withdraw(c, act), form["reason"].FirstOrDefault(), ct);
        return Page.Then(http, $"/desk/payments/{id}", "缴款通知已撤销。");
    }

    private static async Task<Ok<PaymentStanding>> Settle(HttpContext http, SettlementInput input, PaymentDesk desk, CancellationToken ct)
    {
        var (code, bill) = (Tidy(input.Code), Tidy(input.BillNumber));
        var notice = await desk.SettleByCode(http, code, new(input.AmountFen!.Value), act => Fact(bill, input.PaidOn!.Value, PaymentWay.Treasury, act), ct);
        return TypedResults.Ok(PaymentStanding.Of(notice ?? throw new NotThere()));
    }

    private static PaymentFact Fact(string bill, DateOnly on, PaymentWay way, Act act) => new() { BillNumber = bill, PaidOn = on, Way = way, ByName = act.By.Name, At = act.Now };

    private static string Tidy(string? text) => string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
}
