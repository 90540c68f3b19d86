using System.Linq.Expressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Cases.Limits;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Pickup;

/// <summary>The query of the list: what is over the dated limit, or everything that waits.</summary>
public sealed record UncollectedFilter(string? Q, string? All, string? Unit, string? Window, string? Page, string? Size)
{
    /// <param name="before">Ready on or before this day is over the limit.</param>
    internal IQueryable<Case> Apply(IQueryable<Case> cases, DateOnly before)
    {
        cases = cases.Where(c => c.State == CaseState.AwaitingDelivery);
        cases = All == "true" ? cases : cases.Where(c => c.ReadyOn <= before);
        cases = Q?.Trim() is { Length: > 0 } q ? cases.Where(c => c.Number.StartsWith(q) || c.Applicant.Name.Contains(q) || c.ItemName.Contains(q)) : cases;
        cases = UnitId.TryParse(Unit, null, out var unit) ? cases.Where(c => c.Unit == unit) : cases;
        return !string.IsNullOrWhiteSpace(Window) ? cases.Where(c => c.Window == Window) : cases;
    }
}

/// <summary>逾期未领 — results that lie at the counter longer than the dated limit, the oldest first.</summary>
internal static class Uncollected
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/uncollected", Show).RequirePermission(CasePermissions.Read);
        app.MapGet("/desk/uncollected/export", Ask).RequirePermission(CasePermissions.Export);
        app.MapPost("/desk/uncollected/export", Export).RequirePermission(CasePermissions.Export);
        app.MapGet("/desk/cases/{id:guid}/pickup/signature", Signature).RequirePermission(CasePermissions.Read);
    }

    private static async Task<IResult> Show(HttpContext http, [AsParameters] UncollectedFilter filter, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var (found, limit) = await Found(http, filter, db, table, CasePermissions.Read, ct);
        var paging = Paging.Of(filter.Page, filter.Size, await found.CountAsync(ct));
        var rows = await found.Skip(paging.Skip).Take(paging.Size).Select(UncollectedRow.Of).ToListAsync(ct);
        var units = await db.UnitRefs.OrderBy(u => u.Name).Select(u => new Choice(u.Id.Value, u.ShortName, null, null)).ToListAsync(ct);
        return Page.Of<UncollectedPage>(http, new UncollectedView(rows, paging, filter, units, limit, http.Visitor.May(table, CasePermissions.Export)));
    }

    private static async Task<IResult> Ask(HttpContext http, [AsParameters] UncollectedFilter filter, AppDb db, PermissionTable table, CancellationToken ct) =>
        Page.Of<UncollectedExportPage>(http, new UncollectedExportView(await (await Found(http, filter, db, table, CasePermissions.Export, ct)).Rows.CountAsync(ct), "", new()));

    private static async Task<IResult> Export(HttpContext http, [AsParameters] UncollectedFilter filter, IFormCollection form, AppDb db, PermissionTable table, Writer writer, ExportLog log, CancellationToken ct)
    {
        var (purpose, errors) = (form["purpose"].FirstOrDefault()?.Trim() ?? "", new FormErrors());
        var found = (await Found(http, filter, db, table, CasePermissions.Export, ct)).Rows;
        var count = await found.CountAsync(ct);
        if (purpose.Length is < 2 or > 200)
        {
            errors.Add("purpose", "请填写导出用途，2 至 200 字。");
            return Page.Again<UncollectedExportPage>(http, new UncollectedExportView(count, purpose, errors));
        }

        var act = http.Act(purpose);
        await writer.Write(act, () => log.Note(act, ExportOfList.By(http.Request, "逾期未领", count), purpose), ct);
        return Sheet.Of($"逾期未领{act.Today:yyyyMMdd}.xlsx", found.Select(UncollectedRow.Of).AsEnumerable().Select(r => new Dictionary<string, object?>
        {
            ["受理编号"] = r.Number, ["事项"] = r.Item, ["部门"] = r.Unit.Value, ["申请人"] = Masking.Party(r.Applicant), ["窗口"] = r.Window, ["可领取日期"] = $"{r.ReadyOn:yyyy-MM-dd}", ["已等天数"] = r.Waited(act.Today),
        }));
    }

    private static async Task<IResult> Signature(HttpContext http, Guid id, CaseDesk desk, AppDb db, FileStore store, CancellationToken ct)
    {
        var found = await desk.Find(http, id, CasePermissions.Read, ct);
        var wanted = found.HandOut?.SignatureId;
        var file = await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == wanted && f.MatterId == id, ct) ?? throw new NotThere();
        return FileDownload.Of(http, store, file, inline: true);
    }

    private static async Task<(IQueryable<Case> Rows, int Limit)> Found(HttpContext http, UncollectedFilter filter, AppDb db, PermissionTable table, string verb, CancellationToken ct)
    {
        var today = http.Act().Today;
        var limit = (await db.LimitsOn(today, ct))[CaseLimitCode.Uncollected];
        return (filter.Apply(db.Cases.AsNoTracking().Real.Within(http.Visitor, table, verb), today.AddDays(-limit)).OrderBy(c => c.ReadyOn).ThenBy(c => c.Id), limit);
    }
}

/// <summary>A line of the list.</summary>
public sealed record UncollectedRow(Guid Id, string Number, string Item, string Applicant, UnitId Unit, string? Window, DateOnly? ReadyOn)
{
    internal static readonly Expression<Func<Case, UncollectedRow>> Of = c => new UncollectedRow(c.Id, c.Number, c.ItemName, c.Applicant.Name, c.Unit, c.Window, c.ReadyOn);

    public int Waited(DateOnly today) => ReadyOn is { } since ? today.DayNumber - since.DayNumber : 0;
}

/// <param name="Limit">Days after which a result counts as uncollected.</param>
public sealed record UncollectedView(IReadOnlyList<UncollectedRow> Rows, Paging Paging, UncollectedFilter Filter, IReadOnlyList<Choice> Units, int Limit, bool CanExport);

public sealed record UncollectedExportView(int Count, string Purpose, FormErrors Errors);
