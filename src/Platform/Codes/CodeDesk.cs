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

namespace Yimen.Platform.Codes;

/// <summary>A room's tables together, under one entry of the desk.</summary>
/// <param name="Name">热线代码表.</param>
public sealed record CodeTables(string Name, string Href, IReadOnlyList<CodeTable> All);

/// <summary>The pages of a room's tables: what is in force, what was and what is to come; a new row begins on a day to come.</summary>
public static class CodeDesk
{
    public static IServiceCollection AddCodes(this IServiceCollection services, CodeTables tables)
    {
        foreach (var table in tables.All)
        {
            services.AddJournalKind(table.Kind, table.Name, _ => table.Href).AddJournalWords<CodeVerb>(table.Kind);
        }

        return services;
    }

    /// <summary>Shows the tables to who may <paramref name="read"/>, and takes new rows from who may <paramref name="set"/>.</summary>
    public static void MapCodes(this IEndpointRouteBuilder app, CodeTables tables, string read, string set)
    {
        app.MapGet(tables.Href, async (HttpContext http, AppDb db, CancellationToken ct) =>
        {
            var (codes, today) = (await CodeSet.Of(db, ct), http.Act().Today);
            return Page.Of<CodeTablesPage>(http, new CodeTablesView(tables.Name, [.. tables.All.Select(t => Line(t, codes, today))]));
        }).RequirePermission(read);
        foreach (var table in tables.All)
        {
            app.MapGet(table.Href, async (HttpContext http, [AsParameters] CodeFilter filter, AppDb db, CancellationToken ct) =>
                Page.Of<CodeTablePage>(http, View((tables, table), await CodeSet.Of(db, ct), filter, http, new() { From = $"{http.Act().Today.AddDays(1):yyyy-MM-dd}" }, new(), set))).RequirePermission(read);
            app.MapPost(table.Href, async ([FromForm] CodeInput input, HttpContext http, AppDb db, Writer writer, IdSource ids, CancellationToken ct) =>
            {
                var errors = new FormErrors();
                return Read(table, input, errors) is { } wanted && await Try(table, wanted, http, (db, writer, ids), errors, ct)
                    ? Page.Then(http, $"{table.Href}?standing=coming", wanted.Ended ? $"自{Dates.Day(wanted.From)}起停用 {wanted.Code}。" : $"自{Dates.Day(wanted.From)}起，{wanted.Code} 为“{wanted.Name}”。")
                    : Page.Again<CodeTablePage>(http, View((tables, table), await CodeSet.Of(db, ct), new(null, null, null, null, null), http, input, errors, set));
            }).RequirePermission(set);
        }
    }

    private static async Task<bool> Try(CodeTable table, DatedCode wanted, HttpContext http, (AppDb Db, Writer Writer, IdSource Ids) to, FormErrors errors, CancellationToken ct)
    {
        try
        {
            var act = http.Act();
            await to.Writer.Write(act, http.IdempotencyKey, async () =>
            {
                (await CodeBook.Of(table, to.Db, () => to.Ids.NewId(act.Now), ct)).Set(table, wanted, act);
                return true;
            }, ct);
            return true;
        }
        catch (RuleViolation refused) when (refused.Code.StartsWith("code-", StringComparison.Ordinal))
        {
            to.Db.ChangeTracker.Clear();
            errors.Add(refused.Code switch { "code-backwards" => "from", "code-name" => "name", _ => "code" }, refused.Message);
            return false;
        }
    }

    private static DatedCode? Read(CodeTable table, CodeInput input, FormErrors errors)
    {
        var (code, name, detail, ended) = (input.Code?.Trim() ?? "", input.Name?.Trim() ?? "", input.Detail?.Trim() ?? "", input.Way == "end");
        Must(input.Way is "set" or "end", "way", "请选择启用还是停用。", errors);
        Must(table.Fits(code), "code", $"代码应为{table.PatternWords}。", errors);
        Must(ended || (name.Length > 0 && name.Length <= table.MostName), "name", $"请填写{table.NameLabel}，不超过 {table.MostName} 个字。", errors);
        Must(ended || table.DetailLabel is null || (detail.Length is > 0 and <= 500 && (table.DetailChoices.Count == 0 || table.DetailChoices.Any(c => c.Value == detail))), "detail",
            table.DetailChoices.Count > 0 ? $"请选择{table.DetailLabel}。" : $"请填写{table.DetailLabel}，不超过 500 个字。", errors);
        var dated = DateOnly.TryParseExact(input.From, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from);
        Must(dated, "from", "请填写生效日期，如 2020-12-01。", errors);
        Must(input.Basis?.Trim() is { Length: > 0 and <= 200 }, "basis", "请填写依据的法律条款、通知或决定，不超过 200 字。", errors);
        return errors.Count > 0 ? null : new() { Code = code, From = from, Name = name, Detail = table.DetailLabel is null ? "" : detail, Basis = input.Basis!.Trim(), Ended = ended };
    }

    private static void Must(bool holds, string field, string words, FormErrors errors)
    {
        if (!holds)
        {
            errors.Add(field, words);
        }
    }

    private static CodeTableLine Line(CodeTable table, CodeSet codes, DateOnly today)
    {
        var all = codes.All(table);
        var coming = all.Where(r => r.From > today).Select(r => (DateOnly?)r.From).Min();
        return new(table.Name, table.Href, codes.On(table, today).Count, all.Count(r => !table.Shipped.Contains(r)), coming);
    }

    private static CodeTableView View((CodeTables All, CodeTable This) of, CodeSet codes, CodeFilter filter, HttpContext http, CodeInput input, FormErrors errors, string set)
    {
        var (table, today) = (of.This, http.Act().Today);
        var all = codes.All(table);
        var now = codes.On(table, today);
        var last = all.Where(r => r.From <= today).GroupBy(r => r.Code).Select(g => g.MaxBy(r => r.From)!).ToHashSet();
        var lines = all.Select(r => new CodeLine(r.Code, r.Name, table.DetailOf(r), r.From, r.Basis, Standing(r, today, last), !table.Shipped.Contains(r))).Where(l => Fits(l, filter));
        lines = filter.Sort switch { "-code" => lines.Reverse(), "from" => lines.OrderBy(l => l.From), "-from" => lines.OrderByDescending(l => l.From), _ => lines };
        var rows = lines.ToList();
        var paging = Paging.Of(filter.Page, filter.Size, rows.Count);
        return new(table, of.All.Name, of.All.Href, [.. rows.Skip(paging.Skip).Take(paging.Size)], paging, filter, now.Count, input, errors, http.Visitor.May(http.RequestServices.GetRequiredService<PermissionTable>(), set));
    }

    private static string Standing(DatedCode r, DateOnly today, HashSet<DatedCode> last) => (r.From > today, last.Contains(r), r.Ended) switch
    {
        (true, _, false) => "未生效",
        (true, _, true) => "将停用",
        (_, true, false) => "现行",
        (_, true, true) => "已停用",
        _ => "已被替换",
    };

    // without a choice the list is what is in force: history is asked for
    private static bool Fits(CodeLine l, CodeFilter filter) =>
        (string.IsNullOrWhiteSpace(filter.Q) || l.Code.StartsWith(filter.Q.Trim(), StringComparison.Ordinal) || l.Name.Contains(filter.Q.Trim(), StringComparison.Ordinal) || l.Detail.Contains(filter.Q.Trim(), StringComparison.Ordinal))
        && filter.Standing switch { "coming" => l.Standing is "未生效" or "将停用", "past" => l.Standing is "已被替换" or "已停用", "all" => true, _ => l.Standing == "现行" };
}
