using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Switches;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Codes;

/// <summary>The pages of a room's tables: what is in force, what was and what is to come; a new row begins on a day to come. The API stands beside them (<see cref="CodeApi"/>).</summary>
public static class CodeDesk
{
    public static IServiceCollection AddCodes(this IServiceCollection services, CodeTables tables)
    {
        foreach (var table in tables.All)
        {
            // without a link where the page may be gone with its switch
            services.AddJournalKind(table.Kind, table.Name, table.Switch is null ? (_ => table.Href) : null).AddJournalWords<CodeVerb>(table.Kind);
        }

        return services.AddSingleton(tables);
    }

    /// <summary>Shows the tables to who may read them, and takes new rows from who may set them.</summary>
    public static void MapCodes(this IEndpointRouteBuilder app, CodeTables tables)
    {
        app.MapGet(tables.Href, async (HttpContext http, AppDb db, CancellationToken ct) =>
        {
            var (codes, today) = (await CodeSet.Of(db, ct), http.Act().Today);
            return Page.Of<CodeTablesPage>(http, new CodeTablesView(tables.Name, [.. tables.There(http.OnSwitches).Select(t => Line(t, codes, today))]));
        }).RequirePermission(tables.Read);
        foreach (var table in tables.All)
        {
            var at = table.Switch is { } one ? app.MapGroup("").Behind(one) : app;
            at.MapGet(table.Href, async (HttpContext http, [AsParameters] CodeFilter filter, AppDb db, CancellationToken ct) =>
                Page.Of<CodeTablePage>(http, View((tables, table), await CodeSet.Of(db, ct), filter, http, new() { From = $"{http.Act().Today.AddDays(1):yyyy-MM-dd}" }, new()))).RequirePermission(tables.Read);
            at.MapPost(table.Href, async ([FromForm] CodeInput input, HttpContext http, AppDb db, CodeEntry entry, CancellationToken ct) =>
            {
                var (errors, codes) = (new FormErrors(), await CodeSet.Of(db, ct));
                return CodeEntry.Read(table, input, codes, errors) is { } wanted && await entry.Try(table, wanted, http, errors, ct)
                    ? Page.Then(http, $"{table.Href}?standing=coming", Said(table, wanted, codes))
                    : Page.Again<CodeTablePage>(http, View((tables, table), codes, new(null, null, null, null, null), http, input, errors));
            }).RequirePermission(tables.Set);
            at.MapExport<AppDb, CodeFilter, CodeLine>(table.Href, tables.Read, async (http, filter, db, ct) => Taken(table, await CodeSet.Of(db, ct), filter, http.Act().Today));
        }
    }

    private static string Said(CodeTable table, DatedCode wanted, CodeSet codes)
    {
        var words = CodeLines.Words(table, codes, wanted.From)(wanted.Code);
        return wanted.Ended ? $"自{Dates.Day(wanted.From)}起停用 {words}。" : table.NamesRepeat ? $"自{Dates.Day(wanted.From)}起，{words} 按新的设定。" : $"自{Dates.Day(wanted.From)}起，{words} 为“{wanted.Name}”。";
    }

    private static ExportOf<CodeLine> Taken(CodeTable table, CodeSet codes, CodeFilter filter, DateOnly today) =>
        new(table.Name, table.Href, CodeLines.Of(table, codes, filter, today).ToList().AsQueryable(), l => CodeLines.Cells(table, l)) { Notice = "代码表不含个人信息。谁导出了多少条、用来做什么，会记入导出登记。" };

    private static CodeTableLine Line(CodeTable table, CodeSet codes, DateOnly today)
    {
        var all = codes.All(table);
        return new(table.Name, table.Href, codes.On(table, today).Count, all.Count(r => !table.Shipped.Contains(r)), Next(all, today));
    }

    /// <summary>The first day to come on which something changes.</summary>
    internal static DateOnly? Next(IEnumerable<DatedCode> all, DateOnly today) => all.Where(r => r.From > today).Select(r => (DateOnly?)r.From).Min();

    private static CodeTableView View((CodeTables All, CodeTable This) of, CodeSet codes, CodeFilter filter, HttpContext http, CodeInput input, FormErrors errors)
    {
        var (table, today) = (of.This, http.Act().Today);
        var rows = CodeLines.Of(table, codes, filter, today).ToList();
        var paging = Paging.Of(filter.Page, filter.Size, rows.Count);
        return new(table, of.All.Name, of.All.Href, [.. rows.Skip(paging.Skip).Take(paging.Size)], paging, filter, codes.On(table, today).Count, input, errors, http.Visitor.May(http.RequestServices.GetRequiredService<PermissionTable>(), of.All.Set))
        {
            Choices = table.Choices(codes, today.AddDays(1)),
        };
    }
}
