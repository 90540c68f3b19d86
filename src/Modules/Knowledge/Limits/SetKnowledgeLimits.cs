using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Knowledge.Limits;

/// <summary>What was typed.</summary>
public sealed record LimitInput
{
    public string? Code { get; init; }

    public string? From { get; init; }

    public string? Value { get; init; }

    public string? Basis { get; init; }
}

/// <summary>One dated value.</summary>
public sealed record LimitRow(string Name, int Value, DateOnly From, string Basis, string Standing);

public sealed record LimitsView(IReadOnlyList<LimitRow> Rows, IReadOnlyList<Choice> Codes, LimitInput Input, FormErrors Errors, bool MaySet);

/// <summary>知识库时限 — every limit with its basis and since when it holds; a new value begins on a day to come.</summary>
internal static class SetKnowledgeLimits
{
    private const string Here = "/desk/knowledge/limits";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, async (HttpContext http, AppDb db, CancellationToken ct) => Page.Of<LimitsPage>(http, await View(http, db, new(), new(), ct))).RequirePermission(Rights.Read);
        app.MapPost(Here, Post).RequirePermission(Rights.SetLimits);
    }

    private static async Task<IResult> Post([FromForm] LimitInput input, HttpContext http, AppDb db, Writer writer, CancellationToken ct)
    {
        var errors = new FormErrors();
        if (Read(input, errors) is not { } wanted || !await Try(http, wanted, (db, writer), errors, ct))
        {
            return Page.Again<LimitsPage>(http, await View(http, db, input, errors, ct));
        }

        return Page.Then(http, Here, $"自{Dates.Day(wanted.From)}起，{Label.Of(wanted.Code)}为 {wanted.Value}。");
    }

    private static async Task<bool> Try(HttpContext http, KnowledgeLimit wanted, (AppDb Db, Writer Writer) to, FormErrors errors, CancellationToken ct)
    {
        try
        {
            var act = http.Act();
            await to.Writer.Write(act, http.IdempotencyKey, async () =>
            {
                var book = await to.Db.Set<KnowledgeLimitBook>().FirstOrDefaultAsync(b => b.Id == KnowledgeLimitBook.TheOne, ct) ?? to.Db.Add(new KnowledgeLimitBook()).Entity;
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

    private static KnowledgeLimit? Read(LimitInput input, FormErrors errors)
    {
        if (!Enum.TryParse<KnowledgeLimitCode>(input.Code, out var code) || !Enum.IsDefined(code))
        {
            errors.Add("code", "请选择要设定的时限。");
        }

        if (!int.TryParse(input.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            errors.Add("value", "请填写整数。");
        }

        if (!DateOnly.TryParseExact(input.From, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from))
        {
            errors.Add("from", "请填写生效日期，如 2020-12-01。");
        }

        if (input.Basis?.Trim() is not { Length: > 0 and <= 200 } basis)
        {
            errors.Add("basis", "请填写依据的规定、通知或决定，不超过 200 字。");
            return null;
        }

        return errors.Count > 0 ? null : new() { Code = code, From = from, Value = value, Basis = basis };
    }

    private static async Task<LimitsView> View(HttpContext http, AppDb db, LimitInput input, FormErrors errors, CancellationToken ct)
    {
        var (rows, today) = (await db.AllKnowledgeLimits(ct), http.Act().Today);
        var now = new KnowledgeLimits(rows, today);
        var lines = rows.OrderBy(r => r.Code).ThenByDescending(r => r.From).Select(r => new LimitRow(Label.Of(r.Code), r.Value, r.From, r.Basis,
            r.From > today ? "未生效" : now.Row(r.Code).From == r.From ? "现行" : "已被替换"));
        return new([.. lines], [.. Enum.GetValues<KnowledgeLimitCode>().Select(c => new Choice(c.ToString(), Label.Of(c)))], input, errors, http.MaySomewhere(Rights.SetLimits));
    }
}
