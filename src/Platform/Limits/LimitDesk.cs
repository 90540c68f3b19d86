using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Limits;

/// <summary>What was typed.</summary>
public sealed record LimitInput
{
    public string? Code { get; init; }

    public string? From { get; init; }

    public string? Value { get; init; }

    public string? Basis { get; init; }
}

/// <summary>One dated value.</summary>
public sealed record LimitLine(string Name, int Value, DateOnly From, string Basis, string Standing, bool Own);

public sealed record LimitsView(LimitTable Table, IReadOnlyList<LimitLine> Lines, LimitInput Input, FormErrors Errors, bool MaySet);

/// <summary>The page of a room's table: every limit with its basis and since when it holds; a new value begins on a day to come.</summary>
public static class LimitDesk
{
    public static IServiceCollection AddLimits(this IServiceCollection services, LimitTable table) =>
        services.AddJournalKind(table.Kind, table.Name, _ => table.Href).AddJournalWords<LimitVerb>(table.Kind);

    /// <summary>Shows a table to who may <paramref name="read"/>, and takes new values from who may <paramref name="set"/>.</summary>
    public static void MapLimits(this IEndpointRouteBuilder app, LimitTable table, string read, string set)
    {
        app.MapGet(table.Href, async (HttpContext http, AppDb db, CancellationToken ct) =>
            Page.Of<LimitsPage>(http, await View(table, http, db, new(), new(), set, ct))).RequirePermission(read);
        app.MapPost(table.Href, async ([FromForm] LimitInput input, HttpContext http, AppDb db, Writer writer, IdSource ids, CancellationToken ct) =>
        {
            var errors = new FormErrors();
            return Read(table, input, errors) is { } wanted && await Try(table, wanted, http, (db, writer, ids), errors, ct)
                ? Page.Then(http, table.Href, $"自{Dates.Day(wanted.From)}起，{table.WordsOf(wanted.Code)}为 {wanted.Value}。")
                : Page.Again<LimitsPage>(http, await View(table, http, db, input, errors, set, ct));
        }).RequirePermission(set);
        LimitApi.Map(app, table, read, set);
    }

    private static async Task<bool> Try(LimitTable table, DatedLimit wanted, HttpContext http, (AppDb Db, Writer Writer, IdSource Ids) to, FormErrors errors, CancellationToken ct)
    {
        try
        {
            await Set(table, wanted, http, to, ct);
            return true;
        }
        catch (RuleViolation refused) when (refused.Code is "limit-range" or "limit-backwards")
        {
            errors.Add(refused.Code == "limit-range" ? "value" : "from", refused.Message);
            return false;
        }
    }

    /// <summary>Of two who set at once one is refused, and sees what the other set.</summary>
    /// <exception cref="RuleViolation"><c>limit-range</c>, <c>limit-backwards</c>.</exception>
    internal static async Task Set(LimitTable table, DatedLimit wanted, HttpContext http, (AppDb Db, Writer Writer, IdSource Ids) to, CancellationToken ct)
    {
        var act = http.Act();
        await to.Writer.Write(act, http.IdempotencyKey, async () =>
        {
            (await LimitBook.Of(table, to.Db, () => to.Ids.NewId(act.Now), ct)).Set(table, wanted, act);
            return true;
        }, ct);
    }

    private static DatedLimit? Read(LimitTable table, LimitInput input, FormErrors errors)
    {
        if (!table.Codes.Any(c => c.Code == input.Code))
        {
            errors.Add("code", "请选择要设定的规则。");
        }

        if (!DateOnly.TryParseExact(input.From, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from))
        {
            errors.Add("from", "请填写生效日期，如 2020-12-01。");
        }

        if (!int.TryParse(input.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            errors.Add("value", "请填写整数。");
        }

        if (input.Basis?.Trim() is not { Length: > 0 and <= 200 } basis)
        {
            errors.Add("basis", "请填写依据的法律条款、通知或决定，不超过 200 字。");
            return null;
        }

        return errors.Count > 0 ? null : new() { Code = input.Code!, From = from, Value = value, Basis = basis };
    }

    private static async Task<LimitsView> View(LimitTable table, HttpContext http, AppDb db, LimitInput input, FormErrors errors, string set, CancellationToken ct)
    {
        var (rows, today) = (await table.All(db, ct), http.Act().Today);
        return new(table, [.. table.Codes.SelectMany(c => Lines(table, rows, c, today))], input, errors, http.Visitor.May(http.RequestServices.GetRequiredService<PermissionTable>(), set));
    }

    /// <summary>The values of one code, the latest first, each with how it stands on the day.</summary>
    internal static IEnumerable<LimitLine> Lines(LimitTable table, IReadOnlyList<DatedLimit> rows, (string Code, string Words) code, DateOnly today)
    {
        var own = rows.Where(r => r.Code == code.Code).OrderByDescending(r => r.From).ToList();
        var now = own.Find(r => r.From <= today);
        return own.Select(r => new LimitLine(code.Words, r.Value, r.From, r.Basis, r.From > today ? "未生效" : r == now ? "现行" : "已被替换", !table.Shipped.Contains(r)));
    }
}
