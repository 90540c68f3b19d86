using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Limits;

/// <summary>One dated value.</summary>
public sealed record OrderLimitLine(string Name, int Value, DateOnly From, string Basis, string Standing, bool Own);

/// <summary>What was typed.</summary>
public sealed record OrderLimitTyped(string Code, string From, string Value, string Basis);

public sealed record OrderLimitsView(IReadOnlyList<OrderLimitLine> Lines, IReadOnlyList<Choice> Codes, OrderLimitTyped Typed, FormErrors Errors, bool MaySet);

/// <summary>热线规则 — every limit with its basis and since when it holds; a new value begins on a day to come.</summary>
internal static class DeskOrderLimits
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/order-limits", async (HttpContext http, AppDb db, PermissionTable table, CancellationToken ct) =>
            Page.Of<OrderLimitsPage>(http, await View(http, db, table, new("", "", "", ""), new(), ct))).RequirePermission(OrderPermissions.Read);
        app.MapPost("/desk/order-limits", Post).RequirePermission(OrderPermissions.SetLimits);
    }

    private static async Task<IResult> Post(HttpContext http, IFormCollection form, AppDb db, Writer writer, PermissionTable table, CancellationToken ct)
    {
        var typed = new OrderLimitTyped(http.Request.Text("code", 40), http.Request.Text("from", 10), http.Request.Text("value", 5), http.Request.Text("basis", 200));
        var errors = new FormErrors();
        if (Read(typed, errors) is not { } wanted || !await Try(http, wanted, (db, writer), errors, ct))
        {
            return Page.Again<OrderLimitsPage>(http, await View(http, db, table, typed, errors, ct));
        }

        return Page.Then(http, "/desk/order-limits", $"自{Dates.Day(wanted.From)}起，{Label.Of(wanted.Code)}为 {wanted.Value}。");
    }

    private static async Task<bool> Try(HttpContext http, OrderLimit wanted, (AppDb Db, Writer Writer) to, FormErrors errors, CancellationToken ct)
    {
        try
        {
            var act = http.Act();
            await to.Writer.Write(act, http.IdempotencyKey, async () =>
            {
                var book = await to.Db.Set<OrderLimitBook>().FirstOrDefaultAsync(b => b.Id == OrderLimitBook.TheOne, ct) ?? to.Db.Add(new OrderLimitBook()).Entity;
                book.Set(wanted, act);
                return true;
            }, ct);
            return true;
        }
        catch (RuleViolation refused) when (refused.Code is "limit-range" or "limit-backwards")
        {
            errors.Add(refused.Code == "limit-range" ? "value" : "from", refused.Message);
            return false;
        }
    }

    private static OrderLimit? Read(OrderLimitTyped typed, FormErrors errors)
    {
        if (!Enum.TryParse<OrderLimitCode>(typed.Code, out var code) || !Enum.IsDefined(code))
        {
            errors.Add("code", "请选择要设定的规则。");
        }

        if (!DateOnly.TryParseExact(typed.From, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from))
        {
            errors.Add("from", "请填写生效日期，如 2020-12-01。");
        }

        if (!int.TryParse(typed.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            errors.Add("value", "请填写整数。");
        }

        if (typed.Basis.Length == 0)
        {
            errors.Add("basis", "请填写依据的法律条款、通知或决定。");
        }

        return errors.Count > 0 ? null : new() { Code = code, From = from, Value = value, Basis = typed.Basis };
    }

    private static async Task<OrderLimitsView> View(HttpContext http, AppDb db, PermissionTable table, OrderLimitTyped typed, FormErrors errors, CancellationToken ct)
    {
        var (rows, today) = (await db.AllOrderLimits(ct), http.Act().Today);
        var now = new OrderLimits(rows, today);
        var lines = rows.OrderBy(r => r.Code).ThenByDescending(r => r.From).Select(r => new OrderLimitLine(Label.Of(r.Code), r.Value, r.From, r.Basis,
            r.From > today ? "未生效" : now.Row(r.Code).From == r.From ? "现行" : "已被替换", !OrderLimitBook.Shipped.Contains(r)));
        return new([.. lines], [.. Enum.GetValues<OrderLimitCode>().Select(c => new Choice(c.ToString(), Label.Of(c)))], typed, errors, http.Visitor.May(table, OrderPermissions.SetLimits));
    }
}
