using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Search;

/// <summary>导出办件 — the filtered list as XLSX, masked. The purpose is asked and stands in the list of exports before the file leaves.</summary>
internal static class ExportCases
{
    private const int Most = 100_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/export", Ask).RequirePermission(CasePermissions.Export);
        app.MapPost("/desk/cases/export", Export).RequirePermission(CasePermissions.Export);
    }

    private static async Task<IResult> Ask(HttpContext http, [AsParameters] CaseFilter filter, AppDb db, PermissionTable table, CancellationToken ct) =>
        Page.Of<ExportPage>(http, new ExportView(await Found(http, filter, db, table).CountAsync(ct), Most, "", new()));

    private static async Task<IResult> Export(HttpContext http, [AsParameters] CaseFilter filter, IFormCollection form, AppDb db, PermissionTable table, Writer writer, ExportLog log, CancellationToken ct)
    {
        var (purpose, found) = (form["purpose"].FirstOrDefault()?.Trim() ?? "", Found(http, filter, db, table));
        var count = await found.CountAsync(ct);
        var errors = new FormErrors();
        if (purpose.Length is < 2 or > 200)
        {
            errors.Add("purpose", "请填写导出用途，2 至 200 字。");
        }
        else if (count > Most)
        {
            errors.Add("", $"一次最多导出 {Numbers.Thousands(Most)} 件，现有 {Numbers.Thousands(count)} 件。请缩小收件日期或部门的范围。");
        }

        if (errors.Count > 0)
        {
            return Page.Again<ExportPage>(http, new ExportView(count, Most, purpose, errors));
        }

        var act = http.Act(purpose);
        await writer.Write(act, () => log.Note(act, ExportOfList.By(http.Request, "办件", count), purpose), ct);
        var ways = (await found.SelectMany(c => c.Materials).GroupBy(m => new { m.CaseId, m.How }).Select(g => new { g.Key.CaseId, g.Key.How, Count = g.Count() }).ToListAsync(ct)).ToLookup(g => g.CaseId);
        return Sheet.Of($"办件{act.Today:yyyyMMdd}.xlsx", filter.Order(found).Take(Most).Select(CaseRow.Of).AsEnumerable()
            .Select(r => Cells(r, string.Join("，", ways[r.Id].OrderBy(w => w.How).Select(w => $"{Label.Of(w.How)} {w.Count}")))));
    }

    private static IQueryable<Case> Found(HttpContext http, CaseFilter filter, AppDb db, PermissionTable table) =>
        filter.Apply(db, filter.Placed(db, db.Cases.AsNoTracking().Real.Within(http.Visitor, table, CasePermissions.Export)), http.Act().Today);

    private static Dictionary<string, object?> Cells(CaseRow r, string materials) => new()
    {
        ["受理编号"] = r.Number, ["事项"] = r.Item, ["部门"] = r.Unit.Value, ["申请人"] = Masking.Party(r.Applicant), ["状态"] = Label.Of(r.State), ["渠道"] = Label.Of(r.Channel), ["材料提交情况"] = materials,
        ["窗口"] = r.Window, ["收件时间"] = r.FiledAt is { } at ? Dates.Moment(at) : null, ["受理日期"] = Day(r.AcceptedOn), ["承诺办结日期"] = Day(r.Due), ["办结日期"] = Day(r.DecidedOn),
        ["来源"] = r.Late ? "补录" : null, ["证件"] = r.CardRead is { } read ? read ? "已读卡" : "未读卡" : null,
        ["是否按时"] = r.DecidedOn is { } decided ? decided <= r.Due ? "按时" : "逾期" : null,
    };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd");
}

public sealed record ExportView(int Count, int Most, string Purpose, FormErrors Errors);
