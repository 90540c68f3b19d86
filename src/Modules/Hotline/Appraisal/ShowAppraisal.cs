using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Api;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Documents;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Appraisal;

/// <summary>月度考核表 — the sheet, as page, Word file and workbook of the same; every mark opens the rows that produced it.</summary>
internal static class ShowAppraisal
{
    private const string One = ListAppraisals.Here + "/{month}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(One, async (HttpContext http, string month, AppraisalReading reading, CancellationToken ct) =>
            Page.Of<AppraisalPage>(http, await reading.Of(http, month, ct))).RequirePermission(AppraisalPermissions.Read);
        app.MapGet("/api/v1/appraisals/{month}", async Task<Ok<AppraisalView>> (HttpContext http, string month, AppraisalReading reading, CancellationToken ct) =>
        {
            var view = await reading.Of(http, month, ct);
            http.TellVersion(view.Version);
            return TypedResults.Ok(view);
        }).RequirePermission(AppraisalPermissions.Read).Described("一个月的热线考核表（如 2020-10）");
        app.MapGet(One + "/docx", Docx).RequirePermission(AppraisalPermissions.Read);
        app.MapGet(One + "/xlsx", async (HttpContext http, string month, AppraisalReading reading, CancellationToken ct) =>
            await reading.Of(http, month, ct) is var view ? Sheet.Of($"{view.Name}.xlsx", AppraisalPapers.Sheets(view)) : throw new NotThere()).RequirePermission(AppraisalPermissions.Read);
        app.MapGet(One + "/units/{unit}/{criterion}", Rows).RequirePermission(AppraisalPermissions.Read);
    }

    private static async Task<IResult> Docx(HttpContext http, string month, AppraisalReading reading, CountyScope scope, CancellationToken ct)
    {
        var view = await reading.Of(http, month, ct);
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(DocumentDocx.Draft(AppraisalPapers.Paper(view, scope.County.Name, http.Act().Today), scope.County.Demo), DocumentDocx.ContentType, FileName.Clean($"{view.Name}.docx"));
    }

    private static async Task<IResult> Rows(HttpContext http, string month, string unit, string criterion, string? page, string? size, AppraisalReading reading, AppraisalCounting counting, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var view = await reading.Of(http, month, ct);
        var (line, first) = (AppraisalReading.Opened(view, unit), AppraisalDesk.MonthOf(month)!.Value);
        var mark = Criteria.Parse(criterion) is { } c ? line.Of(c) ?? throw new NotThere() : throw new NotThere();
        var rows = counting.Rows(c, new(unit), first);
        var paging = Paging.Of(page, size, await rows.CountAsync(ct));
        var some = await rows.OrderBy(r => r.On).ThenBy(r => r.Key).Skip(paging.Skip).Take(paging.Size).ToListAsync(ct);
        var good = c.Deducts() ? [] : (await counting.GoodRows(c, new(unit), first).Select(r => r.Key).ToListAsync(ct)).ToHashSet();
        var opens = await db.Orders.Opening(http.Visitor, table, [.. some.Select(r => IdOf(r.Href)).OfType<Guid>()], ct);
        return Page.Of<AppraisalRowsPage>(http, new AppraisalRowsView(view, line, mark, [.. some.Select(r => new AppraisalFactRow(r.Detail ?? r.Key, r.Title, r.On, good.Contains(r.Key), IdOf(r.Href) is { } id && !opens.Contains(id) ? null : r.Href))], paging, paging.Total));
    }

    private static Guid? IdOf(string? href) => href?.StartsWith("/desk/orders/", StringComparison.Ordinal) == true && Guid.TryParse(href.AsSpan("/desk/orders/".Length), out var id) ? id : null;
}
