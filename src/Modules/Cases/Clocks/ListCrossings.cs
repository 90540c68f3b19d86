using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Clocks;

/// <summary>One crossed mark, with the case it belongs to.</summary>
public sealed record CrossingRow(Guid Id, Guid CaseId, string Number, string Item, string Unit, string Mark, string Detail, DateOnly On, DateOnly Due, DateOnly? RuleFrom);

/// <summary>The query, as it stands in the URL.</summary>
public sealed record CrossingFilter(string? Mark, string? Unit, string? From, string? To, string? Page, string? Size);

public sealed record CrossingsView(IReadOnlyList<CrossingRow> Rows, Paging Paging, CrossingFilter Filter, IReadOnlyList<Choice> Units, bool CanExport);

/// <summary>超时预警 — every mark that was crossed within the visitor's scope: silence, warnings, overtime, special procedures too long.</summary>
internal static class ListCrossings
{
    private const int Most = 100_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/crossings", Show).RequirePermission(CasePermissions.Read);
        app.MapPost("/desk/crossings/export", Export).RequirePermission(CasePermissions.Export);
    }

    private static async Task<IResult> Show(HttpContext http, [AsParameters] CrossingFilter filter, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var found = Found(http, filter, db, table, CasePermissions.Read);
        var paging = Paging.Of(filter.Page, filter.Size, await found.CountAsync(ct));
        var rows = await Rows(found.Skip(paging.Skip).Take(paging.Size), db).ToListAsync(ct);
        var units = await db.UnitRefs.OrderBy(u => u.Name).Select(u => new Choice(u.Id.Value, u.ShortName, null, null)).ToListAsync(ct);
        return Page.Of<CrossingsPage>(http, new CrossingsView(rows, paging, filter, units, http.Visitor.May(table, CasePermissions.Export)));
    }

    private static async Task<IResult> Export(HttpContext http, [AsParameters] CrossingFilter filter, IFormCollection form, AppDb db, PermissionTable table, Writer writer, ExportLog log, CancellationToken ct)
    {
        var purpose = http.Request.Text("purpose", 200);
        if (purpose.Length < 2)
        {
            throw new RuleViolation("purpose", "请填写导出用途，2 至 200 字。");
        }

        var found = Found(http, filter, db, table, CasePermissions.Export);
        var (act, count) = (http.Act(purpose), await found.CountAsync(ct));
        await writer.Write(act, () => log.Note(act, ExportOfList.By(http.Request, "超时预警", count), purpose), ct);
        return Sheet.Of($"超时预警{act.Today:yyyyMMdd}.xlsx", Rows(found.Take(Most), db).AsEnumerable().Select(Cells));
    }

    private static IQueryable<ClockCrossed> Found(HttpContext http, CrossingFilter filter, AppDb db, PermissionTable table, string permission)
    {
        var seen = db.Cases.Within(http.Visitor, table, permission);
        var found = db.Set<ClockCrossed>().AsNoTracking().Where(x => seen.Any(c => c.Id == x.CaseId));
        found = Enum.TryParse<ClockMark>(filter.Mark, out var mark) && Enum.IsDefined(mark) ? found.Where(x => x.Mark == mark) : found;
        found = UnitId.TryParse(filter.Unit, null, out var unit) ? found.Where(x => x.Unit == unit) : found;
        found = DateOnly.TryParse(filter.From, out var from) ? found.Where(x => x.On >= from) : found;
        found = DateOnly.TryParse(filter.To, out var to) ? found.Where(x => x.On <= to) : found;
        return found.OrderByDescending(x => x.On).ThenByDescending(x => x.Id);
    }

    private static IQueryable<CrossingRow> Rows(IQueryable<ClockCrossed> found, AppDb db) =>
        from x in found
        join c in db.Cases on x.CaseId equals c.Id
        join u in db.UnitRefs on x.Unit equals u.Id
        orderby x.On descending, x.Id descending
        select new CrossingRow(x.Id, c.Id, c.Number, c.ItemName, u.ShortName, Label.Of(x.Mark), x.Detail, x.On, x.Due, x.RuleFrom);

    private static Dictionary<string, object?> Cells(CrossingRow r) => new()
    {
        ["受理编号"] = r.Number, ["事项"] = r.Item, ["单位"] = r.Unit, ["预警"] = r.Mark, ["说明"] = r.Detail,
        ["日期"] = r.On.ToString("yyyy-MM-dd"), ["期限"] = r.Due.ToString("yyyy-MM-dd"), ["规则生效"] = r.RuleFrom?.ToString("yyyy-MM-dd"),
    };
}
