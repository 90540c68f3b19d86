using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Journal;

/// <summary>What is taken out: its name, the list that it is, and how a row becomes cells.</summary>
/// <param name="What">As the list of exports says it: 咨询记录.</param>
/// <param name="List">The list's address; its export stands under <c>/export</c>.</param>
public sealed record ExportOf<TRow>(string What, string List, IQueryable<TRow> Rows, Func<TRow, IReadOnlyDictionary<string, object?>> Cells)
{
    /// <summary>What is said of the file's content before it is taken.</summary>
    public string Notice { get; init; } = "姓名已脱敏，不含证件号码和电话。谁导出了多少条、用来做什么，会记入导出登记。";

    // a short list that was put together in memory is counted there
    internal Task<int> Count(CancellationToken ct) => Rows is IAsyncEnumerable<TRow> ? Rows.CountAsync(ct) : Task.FromResult(Rows.Count());
}

/// <summary>导出 — the filtered list as XLSX. The purpose is asked and stands in the list of exports before the file leaves.</summary>
public sealed class PurposeExport(Writer writer, ExportLog log)
{
    private const int Most = 100_000;

    public static async Task<IResult> Ask<TRow>(HttpContext http, ExportOf<TRow> of, CancellationToken ct) =>
        Page.Of<PurposePage>(http, new PurposeView(of.What, of.List, of.Notice, await of.Count(ct), "", new()));

    public async Task<IResult> Send<TRow>(HttpContext http, IFormCollection form, ExportOf<TRow> of, CancellationToken ct)
    {
        var (purpose, count, errors) = (form["purpose"].FirstOrDefault()?.Trim() ?? "", await of.Count(ct), new FormErrors());
        if (purpose.Length is < 2 or > 200)
        {
            errors.Add("purpose", "请填写导出用途，2 至 200 字。");
        }
        else if (count > Most)
        {
            errors.Add("", $"一次最多导出 {Numbers.Thousands(Most)} 条，现有 {Numbers.Thousands(count)} 条。请缩小日期范围。");
        }

        if (errors.Count > 0)
        {
            return Page.Again<PurposePage>(http, new PurposeView(of.What, of.List, of.Notice, count, purpose, errors));
        }

        var act = http.Act(purpose);
        await writer.Write(act, () => log.Note(act, ExportOfList.By(http.Request, of.What, count), purpose), ct);
        return Sheet.Of($"{of.What}{act.Today:yyyyMMdd}.xlsx", of.Rows.Take(Most).AsEnumerable().Select(of.Cells));
    }
}

/// <summary>The two doors of a list's export.</summary>
public static class ExportDoors
{
    /// <summary>Under <c>/export</c> of the list: how many rows it would be and for what, then the file.</summary>
    /// <param name="list">The list's address.</param>
    /// <param name="taken">The rows of a filter that this visitor may take out.</param>
    public static void MapExport<TFilter, TRow>(this IEndpointRouteBuilder app, string list, string permission, Func<HttpContext, TFilter, AppDb, PermissionTable, ExportOf<TRow>> taken)
        where TFilter : class =>
        app.MapExport<ListGround, TFilter, TRow>(list, permission, (http, filter, on) => taken(http, filter, on.Db, on.Table));

    /// <summary>The same for a list whose rows need more than database and rights.</summary>
    /// <param name="taken">Given what the list itself reads its rows by: its desk, its reading, or a <see cref="ListGround"/>.</param>
    public static void MapExport<TReading, TFilter, TRow>(this IEndpointRouteBuilder app, string list, string permission, Func<HttpContext, TFilter, TReading, ExportOf<TRow>> taken)
        where TReading : class
        where TFilter : class =>
        app.MapExport<TReading, TFilter, TRow>(list, permission, (http, filter, reading, _) => Task.FromResult(taken(http, filter, reading)));

    /// <summary>The same for a short list that is put together in memory, which has to be waited for.</summary>
    public static void MapExport<TReading, TFilter, TRow>(this IEndpointRouteBuilder app, string list, string permission, Func<HttpContext, TFilter, TReading, CancellationToken, Task<ExportOf<TRow>>> taken)
        where TReading : class
        where TFilter : class
    {
        app.MapGet(list + "/export", async (HttpContext http, [AsParameters] TFilter filter, [FromServices] TReading reading, CancellationToken ct) =>
            await PurposeExport.Ask(http, await taken(http, filter, reading, ct), ct)).RequirePermission(permission);
        app.MapPost(list + "/export", async (HttpContext http, [AsParameters] TFilter filter, IFormCollection form, [FromServices] TReading reading, PurposeExport export, CancellationToken ct) =>
            await export.Send(http, form, await taken(http, filter, reading, ct), ct)).RequirePermission(permission);
    }
}

/// <summary>What the rows of most lists come from.</summary>
/// <param name="Scope">The county and its keys, for lists that find people by number.</param>
public sealed record ListGround(AppDb Db, PermissionTable Table, CountyScope Scope);

public sealed record PurposeView(string What, string List, string Notice, int Count, string Purpose, FormErrors Errors);
