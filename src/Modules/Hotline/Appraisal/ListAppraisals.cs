using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Api;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Appraisal;

/// <summary>The list's query, as it stands in the URL.</summary>
public sealed record AppraisalFilter(string? Year, string? State, string? Sort, string? Page, string? Size);

public sealed record AppraisalsView(IReadOnlyList<AppraisalRow> Rows, Paging Paging, AppraisalFilter Filter, IReadOnlyList<Choice> Years, bool MayCount, string Month, FormErrors Errors);

/// <summary>Of which month a sheet is wanted.</summary>
public sealed record AppraisalInput([property: Required(ErrorMessage = "请填写月份 month，如 2020-10。"), RegularExpression("^[0-9]{4}-[0-9]{2}$", ErrorMessage = "月份如 2020-10。")] string? Month);

public sealed record AppraisalMade(string Month);

/// <summary>热线考核 — the sheets by month; 生成考核表 of a month that is over.</summary>
internal static class ListAppraisals
{
    public const string Here = "/desk/appraisals";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, async (HttpContext http, [AsParameters] AppraisalFilter filter, AppDb db, AppraisalDesk desk, PermissionTable table, CancellationToken ct) =>
            Page.Of<AppraisalsPage>(http, await View(http, filter, (db, desk, table), null, new(), ct))).RequirePermission(AppraisalPermissions.Read);
        app.MapGet("/api/v1/appraisals", async Task<Ok<IReadOnlyList<AppraisalRow>>> (HttpContext http, [AsParameters] AppraisalFilter filter, AppDb db, AppraisalDesk desk, PermissionTable table, CancellationToken ct) =>
            TypedResults.Ok((await View(http, filter, (db, desk, table), null, new(), ct)).Rows)).RequirePermission(AppraisalPermissions.Read).Described("热线考核各月");
        app.MapPost(Here, Post).RequirePermission(AppraisalPermissions.Keep);
        app.MapPost("/api/v1/appraisals", async Task<Created<AppraisalMade>> (HttpContext http, AppraisalInput input, AppraisalDesk desk, CancellationToken ct) =>
        {
            var month = AppraisalDesk.MonthOf(input.Month) ?? throw new RuleViolation("appraisal-month", "没有这个月份，如 2020-10。");
            return TypedResults.Created($"/api/v1/appraisals/{await desk.Count(http, month, ct)}", new AppraisalMade(input.Month!));
        }).RequirePermission(AppraisalPermissions.Keep).Described("生成一个月的热线考核表");
    }

    private static async Task<IResult> Post(HttpContext http, IFormCollection form, AppDb db, AppraisalDesk desk, PermissionTable table, CancellationToken ct)
    {
        var (typed, errors) = (http.Request.Text("month", 10), new FormErrors());
        if (AppraisalDesk.MonthOf(typed) is not { } month)
        {
            errors.Add("month", "请填写月份，如 2020-10。");
        }
        else if (month.AddMonths(1) > http.Act().Today)
        {
            errors.Add("month", "当月结束以后才能生成考核表。");
        }
        else
        {
            return Page.Then(http, $"{Here}/{await desk.Count(http, month, ct)}", "考核表已生成，核对以后公布。");
        }

        return Page.Again<AppraisalsPage>(http, await View(http, new(null, null, null, null, null), (db, desk, table), typed, errors, ct));
    }

    private static async Task<AppraisalsView> View(HttpContext http, AppraisalFilter filter, (AppDb Db, AppraisalDesk Desk, PermissionTable Table) by, string? typed, FormErrors errors, CancellationToken ct)
    {
        var sheets = by.Db.Set<AppraisalSheet>().AsNoTracking();
        sheets = by.Desk.UnitsOf(http) is null ? sheets : sheets.Where(s => s.State != AppraisalState.Draft);
        var years = (await sheets.Select(s => s.Month.Year).Distinct().ToListAsync(ct)).OrderDescending().Select(y => new Choice($"{y}", $"{y}年")).ToList();
        sheets = int.TryParse(filter.Year, out var year) ? sheets.Where(s => s.Month.Year == year) : sheets;
        sheets = Enum.TryParse<AppraisalState>(filter.State, out var state) ? sheets.Where(s => s.State == state) : sheets;
        var paging = Paging.Of(filter.Page, filter.Size, await sheets.CountAsync(ct));
        var rows = await (filter.Sort == "month" ? sheets.OrderBy(s => s.Month) : sheets.OrderByDescending(s => s.Month)).Skip(paging.Skip).Take(paging.Size)
            .Select(s => new { s.Month, s.State, Units = s.Lines.Count, Ranked = s.Lines.Count(l => l.Rank != null), Open = s.Objections.Count(o => o.Upheld == null), s.PublishedOn, s.ObjectBy, s.FinalOn }).ToListAsync(ct);
        var last = new DateOnly(http.Act().Today.Year, http.Act().Today.Month, 1).AddMonths(-1);
        return new([.. rows.Select(r => new AppraisalRow($"{r.Month:yyyy-MM}", $"{r.Month.Year}年{r.Month.Month}月热线考核", r.State, r.Units, r.Ranked, r.Open, r.PublishedOn, r.ObjectBy, r.FinalOn))], paging, filter, years,
            http.Visitor.May(by.Table, AppraisalPermissions.Keep), typed ?? $"{last:yyyy-MM}", errors);
    }
}
