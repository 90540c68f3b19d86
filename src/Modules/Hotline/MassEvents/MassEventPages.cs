using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Api;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Dispatches;
using Yimen.Hotline.Limits;
using Yimen.Hotline.Links;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.MassEvents;

/// <summary>The list's query, as it stands in the URL.</summary>
public sealed record MassFilter(string? From, string? To, string? Class, string? Sort);

/// <summary>A day and class as the list tells it.</summary>
public sealed record MassRow(DateOnly On, string ContentClass, string ClassName, int Orders, int Towns, int Following, int Waiting, int Open)
{
    public string Href => MassEventPages.Of(On, ContentClass);
}

public sealed record MassListView(IReadOnlyList<MassRow> Rows, MassFilter Filter, int Least, IReadOnlyList<Choice> Classes, bool MayExport);

/// <summary>One order of a mass event.</summary>
public sealed record MassOrderRow(Guid Id, string Number, string Title, string Town, string State, Tone Tone, bool Follows, bool Waiting, bool Unclassified, bool MayLead);

/// <param name="Faults">What could not be linked, and why; the others were.</param>
public sealed record MassOneView(MassRow Event, IReadOnlyList<MassOrderRow> Rows, int Least, bool MayLink, IReadOnlyCollection<string> Ticked, string Master, FormErrors Errors, IReadOnlyList<string> Faults);

/// <summary>群体诉求 — days on which many callers said the same: which, where, how far, and all that wait linked to one master in one form.</summary>
internal static class MassEventPages
{
    public const string Here = "/desk/orders/mass-events";
    private const int Days = 90;
    private const int Most = 500;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, async (HttpContext http, [AsParameters] MassFilter filter, AppDb db, PermissionTable table, CancellationToken ct) =>
            Page.Of<MassEventsPage>(http, await List(http, filter, db, table, ct))).RequirePermission(KpiReaders);
        app.MapGet("/api/v1/mass-events", async Task<Ok<IReadOnlyList<MassRow>>> (HttpContext http, [AsParameters] MassFilter filter, AppDb db, PermissionTable table, CancellationToken ct) =>
            TypedResults.Ok((await List(http, filter, db, table, ct)).Rows)).RequirePermission(KpiReaders).Described("群体诉求：一天之内同类工单达到提示件数的");
        app.MapExport<AppDb, MassFilter, MassRow>(Here, KpiReaders, async (http, filter, db, ct) => Taken(await Rows(http, filter, db, ct)));
        app.MapGet(Here + "/{day}/{class}", async (HttpContext http, string day, string @class, Reading reading, CancellationToken ct) =>
            Page.Of<MassEventPage>(http, await reading.One(http, day, @class, new(), [], ct))).RequirePermission(KpiReaders);
        app.MapPost(Here + "/{day}/{class}", Link).RequirePermission(OrderPermissions.Dispatch);
    }

    private const string KpiReaders = Kpi.KpiPermissions.Read;

    public static string Of(DateOnly on, string contentClass) => $"{Here}/{on:yyyy-MM-dd}/{contentClass}";

    private static async Task<MassListView> List(HttpContext http, MassFilter filter, AppDb db, PermissionTable table, CancellationToken ct) =>
        new(await Rows(http, filter, db, ct), filter, (await db.OrderLimitsOn(http.Act().Today, ct))[OrderLimitCode.MassEvent], (await db.OrderCodes(ct)).ClassChoices(http.Act().Today), http.Visitor.May(table, KpiReaders));

    private static async Task<IReadOnlyList<MassRow>> Rows(HttpContext http, MassFilter filter, AppDb db, CancellationToken ct)
    {
        var today = http.Act().Today;
        var to = DateOnly.TryParseExact(filter.To, "yyyy-MM-dd", out var until) ? until : today;
        var from = DateOnly.TryParseExact(filter.From, "yyyy-MM-dd", out var since) ? since : to.DayNumber < Days ? DateOnly.MinValue : to.AddDays(-Days);
        var (codes, least) = (await db.OrderCodes(ct), (await db.OrderLimitsOn(today, ct))[OrderLimitCode.MassEvent]);
        var found = (await MassEvents.Between(db, from, to, least, ct)).Where(e => string.IsNullOrEmpty(filter.Class) || e.ContentClass == filter.Class)
            .Select(e => new MassRow(e.On, e.ContentClass, codes.ClassName(e.ContentClass, e.On), e.Orders, e.Towns, e.Following, e.Waiting, e.Open));
        return [.. filter.Sort switch { "on" => found.OrderBy(r => r.On), "-orders" => found.OrderByDescending(r => r.Orders), "orders" => found.OrderBy(r => r.Orders), _ => found }];
    }

    private static ExportOf<MassRow> Taken(IReadOnlyList<MassRow> rows) => new("群体诉求", Here, rows.AsQueryable(), r => new Dictionary<string, object?>
    {
        ["日期"] = $"{r.On:yyyy-MM-dd}", ["内容分类"] = $"{r.ContentClass} {r.ClassName}", ["工单"] = r.Orders, ["涉及镇街"] = r.Towns, ["随主单办理"] = r.Following, ["待派单"] = r.Waiting, ["未答复"] = r.Open,
    })
    { Notice = "只有件数，不含工单内容和诉求人。谁导出了多少条、用来做什么，会记入导出登记。" };

    private static async Task<IResult> Link(HttpContext http, string day, string @class, IFormCollection form, Reading reading, AppDb db, OrderDesk desk, CancellationToken ct)
    {
        var (number, errors) = (http.Request.Text("master", 20), new FormErrors());
        var ticked = form["order"].Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().Take(Most).ToList();
        var master = await db.Orders.AsNoTracking().FirstOrDefaultAsync(o => o.Number == number, ct);
        if (master is null)
        {
            errors.Add("master", number.Length == 0 ? "请选择主单。" : "没有这个编号的工单。");
        }

        if (ticked.Count == 0 || (ticked.Count == 1 && ticked[0] == master?.Id))
        {
            errors.Add("order", "请勾选要随主单办理的工单。");
        }

        if (errors.Count > 0)
        {
            return Page.Again<MassEventPage>(http, await reading.One(http, day, @class, errors, [], ct));
        }

        var faults = new List<string>();
        foreach (var id in ticked.Where(id => id != master!.Id))
        {
            faults.AddRange(await Try(http, id, number, (db, desk), ct) is { } fault ? [fault] : []);
        }

        var done = ticked.Count(id => id != master!.Id) - faults.Count;
        return faults.Count == 0 ? Page.Then(http, $"{Here}/{day}/{@class}", $"{done} 件已随 {number} 办理，主单答复时一并答复各诉求人。")
            : Page.Of<MassEventPage>(http, await reading.One(http, day, @class, errors, [$"{done} 件已随主单办理，{faults.Count} 件没有：", .. faults], ct), StatusCodes.Status409Conflict);
    }

    // each in a write of its own, so that one refusal does not hold up the others
    private static async Task<string?> Try(HttpContext http, Guid id, string master, (AppDb Db, OrderDesk Desk) by, CancellationToken ct)
    {
        try
        {
            await by.Desk.Change(http, id, OrderPermissions.Dispatch, FollowMaster.Follow(by.Db, master, ct) with { Key = http.IdempotencyKey is { } key ? $"{key[..Math.Min(40, key.Length)]}/{id:N}" : null }, ct);
            return null;
        }
        catch (RuleViolation refused)
        {
            return refused.Message;
        }
        finally
        {
            by.Db.ChangeTracker.Clear();
        }
    }

    /// <summary>Reads one day and class.</summary>
    internal sealed class Reading(AppDb db, OrderHints hints, PermissionTable table)
    {
        /// <exception cref="NotThere">No such day, or not so many that it would be one.</exception>
        public async Task<MassOneView> One(HttpContext http, string day, string contentClass, FormErrors errors, IReadOnlyList<string> faults, CancellationToken ct)
        {
            var least = (await db.OrderLimitsOn(http.Act().Today, ct))[OrderLimitCode.MassEvent];
            if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
                || (await MassEvents.Between(db, on, on, least, ct)).FirstOrDefault(e => e.ContentClass == contentClass) is not { } e)
            {
                throw new NotThere();
            }

            var towns = (await db.UnitsAndTowns(ct)).Towns.ToDictionary(t => t.Value, t => t.Label);
            var first = await db.Orders.AsNoTracking().Where(o => o.ReceivedOn == on && o.ContentClass == contentClass).OrderByDescending(o => o.Followers).ThenBy(o => o.Number).FirstAsync(ct);
            var alike = await hints.Unclassified(first, on, ct);
            var rows = await db.Orders.AsNoTracking().Where(o => (o.ReceivedOn == on && o.ContentClass == contentClass) || alike.Contains(o.Id)).OrderBy(o => o.Number).Take(Most)
                .Select(o => new { o.Id, o.Number, Title = o.Secret ? "（保密工单）" : o.Title, o.Town, o.State, o.MasterId, o.ContentClass }).ToListAsync(ct);
            string Of(string name) => http.Request.HasFormContentType ? http.Request.Form[name].FirstOrDefault() ?? "" : "";
            return new(new(e.On, e.ContentClass, (await db.OrderCodes(ct)).ClassName(e.ContentClass, e.On), e.Orders, e.Towns, e.Following, e.Waiting, e.Open),
                [.. rows.Select(r => new MassOrderRow(r.Id, r.Number, r.Title, towns.GetValueOrDefault(r.Town, "—"), Label.Of(r.State), OrderTone.Of(r.State), r.MasterId != null, r.State == OrderState.Received, r.ContentClass.Length == 0,
                    r.MasterId is null && r.ContentClass.Length > 0 && OrderLifecycle.Table.Can(r.State, OrderVerb.TakeFollower)))],
                least, http.Visitor.May(table, OrderPermissions.Dispatch), http.Request.HasFormContentType ? [.. http.Request.Form["order"].Select(v => v ?? "")] : [.. rows.Where(r => r.State == OrderState.Received && r.ContentClass.Length > 0 && r.Id != first.Id).Select(r => r.Id.ToString())],
                Of("master") is { Length: > 0 } chosen ? chosen : first.Number, errors, faults);
        }
    }
}
