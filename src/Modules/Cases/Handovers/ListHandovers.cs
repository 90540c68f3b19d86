using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Handovers;

/// <summary>The query of the list of batches, as it stands in the URL.</summary>
public sealed record HandoverFilter(string? Q, string? State, string? Way, string? Unit, string? Day, string? Page, string? Size)
{
    internal IQueryable<Handover> Apply(IQueryable<Handover> found)
    {
        found = Q?.Trim() is { Length: > 0 } q ? found.Where(h => h.Number == q || h.Lines.Any(l => l.CaseNumber == q)) : found;
        found = Enum.TryParse<HandoverState>(State, out var state) && Enum.IsDefined(state) ? found.Where(h => h.State == state) : found;
        found = Enum.TryParse<HandoverWay>(Way, out var way) && Enum.IsDefined(way) ? found.Where(h => h.Way == way) : found;
        found = UnitId.TryParse(Unit, null, out var unit) ? found.Where(h => h.Unit == unit) : found;
        return DateOnly.TryParse(Day, out var day) ? found.Where(h => h.RunDay == day) : found;
    }
}

public sealed record HandoverRow(Guid Id, string Number, HandoverWay Way, UnitId Unit, string UnitName, string Window, HandoverState State, DateOnly RunDay, TimeOnly RunTime, int Count, int Missing, string By, string ReceivedBy);

public sealed record BeginView(IReadOnlyList<Choice> Ways, IReadOnlyList<Choice> Units, string Way, string Unit, string Window, string NextRun, FormErrors Errors);

public sealed record HandoversView(IReadOnlyList<HandoverRow> Rows, Paging Paging, HandoverFilter Filter, IReadOnlyList<Choice> Units, BeginView? Begin, bool CanExport, bool CanSetRuns);

/// <summary>物料交接 — the batches of both ways, and the beginning of a new one.</summary>
internal static class ListHandovers
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/handovers", async (HttpContext http, [AsParameters] HandoverFilter filter, Reading reading, CancellationToken ct) =>
            Page.Of<HandoversPage>(http, await reading.View(http, filter, new(), ct))).RequirePermission(PaperPermissions.ReadHandovers);
        app.MapPost("/desk/handovers", Begin).RequirePermission(PaperPermissions.Hand);
        app.MapExport<Reading, HandoverFilter, HandoverRow>("/desk/handovers", CasePermissions.Export, Of);
    }

    private static async Task<IResult> Begin(HttpContext http, IFormCollection form, HandoverDesk desk, Reading reading, CancellationToken ct)
    {
        var (errors, window) = (new FormErrors(), http.Request.Text("window", 20));
        var known = Enum.TryParse<HandoverWay>(form["way"].FirstOrDefault(), out var way) && Enum.IsDefined(way);
        if (!known || !await reading.MayBegin(http, way, form["unit"].FirstOrDefault()))
        {
            errors.Add(known ? "unit" : "way", known ? "请选择您可以交接的部门。" : "请选择交接方向。");
        }

        if (!await reading.IsWindow(window, ct))
        {
            errors.Add("window", "请填写窗口编号，例如 A01。");
        }

        return errors.Count > 0
            ? Page.Again<HandoversPage>(http, await reading.View(http, new(null, null, null, null, null, null, null), errors, ct))
            : Page.Then(http, $"/desk/handovers/{await desk.Begin(http, new HandoverRoute(way, new UnitId(form["unit"].FirstOrDefault()!), window), ct)}");
    }

    private static ExportOf<HandoverRow> Of(HttpContext http, HandoverFilter filter, Reading reading) =>
        new("物料交接单", "/desk/handovers", reading.Rows(reading.Found(http, filter)), Cells);

    private static Dictionary<string, object?> Cells(HandoverRow r) => new()
    {
        ["流转单号"] = r.Number, ["方向"] = Label.Of(r.Way), ["部门"] = r.UnitName, ["窗口"] = r.Window, ["状态"] = Label.Of(r.State), ["班次"] = $"{r.RunDay:yyyy-MM-dd} {r.RunTime:HH:mm}",
        ["件数"] = r.Count, ["短缺"] = r.Missing, ["交出人"] = r.By, ["接收人"] = r.ReceivedBy,
    };

    internal sealed class Reading(AppDb db, HandoverDesk desk, PermissionTable table, Calendars calendars, Yimen.Platform.Counties.CountyScope scope)
    {
        public IQueryable<Handover> Found(HttpContext http, HandoverFilter filter) => filter.Apply(desk.Seen(http).AsNoTracking());

        public IQueryable<HandoverRow> Rows(IQueryable<Handover> found) =>
            from h in found
            join u in db.UnitRefs on h.Unit equals u.Id
            orderby h.RunDay descending, h.RunTime descending, h.Id descending
            select new HandoverRow(h.Id, h.Number, h.Way, h.Unit, u.ShortName, h.Window, h.State, h.RunDay, h.RunTime, h.Lines.Count, h.Lines.Count(l => l.Missing), h.HandedByName, h.ReceivedByName);

        public Task<bool> MayBegin(HttpContext http, HandoverWay way, string? unit) => Task.FromResult(UnitId.TryParse(unit, null, out var id) && UnitsFor(http, way).Any(u => u.Id == id));

        public Task<bool> IsWindow(string code, CancellationToken ct) => db.WindowRefs.AnyAsync(w => w.Code == code, ct);

        public async Task<HandoversView> View(HttpContext http, HandoverFilter filter, FormErrors errors, CancellationToken ct)
        {
            var found = Found(http, filter);
            var paging = Paging.Of(filter.Page, filter.Size, await found.CountAsync(ct));
            var rows = await Rows(found).Skip(paging.Skip).Take(paging.Size).ToListAsync(ct);
            var units = await db.UnitRefs.OrderBy(u => u.Name).Select(u => new Choice(u.Id.Value, u.ShortName, null, null)).ToListAsync(ct);
            return new(rows, paging, filter, units, await Beginning(http, errors, ct), http.Visitor.May(table, CasePermissions.Export), http.Visitor.May(table, PaperPermissions.SetRuns));
        }

        private async Task<BeginView?> Beginning(HttpContext http, FormErrors errors, CancellationToken ct)
        {
            var ways = Enum.GetValues<HandoverWay>().Where(w => http.Visitor.May(table, w == HandoverWay.ToUnit ? PaperPermissions.HandCounter : PaperPermissions.HandUnit)).ToList();
            if (ways.Count == 0)
            {
                return null;
            }

            var units = await ways.Select(w => UnitsFor(http, w)).Aggregate((a, b) => a.Union(b)).OrderBy(u => u.Name).Select(u => new Choice(u.Id.Value, u.ShortName, null, null)).ToListAsync(ct);
            var now = http.Act().Now;
            var next = (await db.Runs(ct)).Next(now, (await calendars.Of(scope.County, db, ct)).Calendar);
            var typed = http.Request.HasFormContentType ? http.Request.Form : null;
            return new([.. ways.Select(w => new Choice(w.ToString(), Label.Of(w)))], units, typed?["way"].FirstOrDefault() ?? ways[0].ToString(), typed?["unit"].FirstOrDefault() ?? (units.Count == 1 ? units[0].Value : ""),
                typed?["window"].FirstOrDefault() ?? await new CounterWindows(db).Usual(http, ct), $"{Dates.Day(next.Day)} {next.Time:HH:mm}", errors);
        }

        private IQueryable<UnitRef> UnitsFor(HttpContext http, HandoverWay way)
        {
            var scopes = http.Visitor.ScopesFor(table, way == HandoverWay.ToUnit ? PaperPermissions.HandCounter : PaperPermissions.HandUnit);
            var mine = scopes.Where(s => s.Unit is not null).Select(s => s.Unit!.Value).ToList();
            return scopes.Count == 0 ? db.UnitRefs.Where(_ => false) : scopes.Any(s => s.Unit is null) ? db.UnitRefs : db.UnitRefs.Where(u => mine.Contains(u.Id));
        }
    }
}
