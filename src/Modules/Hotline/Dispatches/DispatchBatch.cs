using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Channels;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Dispatches;

/// <summary>One order that may be dispatched with others.</summary>
public sealed record BatchRow(Guid Id, string Number, string Title, string Type, DateOnly? Due);

/// <param name="Faults">What could not be dispatched, and why; the others were.</param>
public sealed record BatchView(IReadOnlyList<BatchRow> Rows, IReadOnlyList<Choice> Classes, IReadOnlyList<Choice> Units, IReadOnlyCollection<string> Ticked, string Class, string Unit, string Basis, FormErrors Errors, IReadOnlyList<string> Faults);

/// <summary>批量派单 — several to one unit on one basis; each in a write of its own, so that one refusal does not hold up the others.</summary>
internal static class DispatchBatch
{
    private const string Here = "/desk/orders/batch";
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, async (HttpContext http, AppDb db, CancellationToken ct) => Page.Of<BatchPage>(http, await View(http, db, new(), [], ct))).RequirePermission(OrderPermissions.Dispatch);
        app.MapPost(Here, Post).RequirePermission(OrderPermissions.Dispatch);
    }

    private static async Task<IResult> Post(HttpContext http, IFormCollection form, AppDb db, OrderDesk desk, DispatchOrder.Dispatching dispatching, CancellationToken ct)
    {
        var errors = new FormErrors();
        var ticked = form["order"].Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().Take(Most).ToList();
        if (ticked.Count == 0)
        {
            errors.Add("order", "请勾选要派出的工单。");
        }

        var (unit, basis, contentClass) = (http.Request.Text("unit", 40), http.Request.Text("basis", 200), http.Request.Text("class", 6));
        if (basis.Length == 0)
        {
            errors.Add("basis", "请写明派单依据。");
        }

        if (await dispatching.Faults(new(OrderType.Other, contentClass, unit, basis), errors, ct) || errors.Count > 0)
        {
            return Page.Again<BatchPage>(http, await View(http, db, errors, [], ct));
        }

        var (done, faults) = (0, new List<string>());
        foreach (var id in ticked)
        {
            var fault = await Try(http, id, (db, desk, dispatching), new(null, contentClass, unit, basis), ct);
            done += fault is null ? 1 : 0;
            faults.AddRange(fault is null ? [] : [fault]);
        }

        return faults.Count == 0 ? Page.Then(http, "/desk/orders?state=Dispatched", $"已派出 {done} 件。") : Page.Of<BatchPage>(http, await View(http, db, errors, [$"已派出 {done} 件，{faults.Count} 件没有派出：", .. faults], ct), StatusCodes.Status409Conflict);
    }

    private static async Task<string?> Try(HttpContext http, Guid id, (AppDb Db, OrderDesk Desk, DispatchOrder.Dispatching Dispatching) by, DispatchInput input, CancellationToken ct)
    {
        try
        {
            var o = await by.Desk.Find(http, id, OrderPermissions.Dispatch, ct);
            var change = await by.Dispatching.Change(input with { Type = o.Type, Urgency = o.Urgency, Topic = o.Topic }, ct);
            await by.Desk.Change(http, id, OrderPermissions.Dispatch, change with { Key = http.IdempotencyKey is { } key ? $"{key[..Math.Min(40, key.Length)]}/{id:N}" : null }, ct);
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

    private static async Task<BatchView> View(HttpContext http, AppDb db, FormErrors errors, IReadOnlyList<string> faults, CancellationToken ct)
    {
        var rows = await db.Orders.AsNoTracking().Where(o => o.State == OrderState.Received).OrderBy(o => o.ContentClass).ThenBy(o => o.ReceivedAt).ThenBy(o => o.Id).Take(Most).Select(o => new { o.Id, o.Number, o.Title, o.Type, o.Due }).ToListAsync(ct);
        var members = await ListContacts.Members(db, ct);
        var units = (await db.UnitRefs.AsNoTracking().Where(u => !u.Closed).OrderBy(u => u.Kind).ThenBy(u => u.Id).Select(u => new Choice(u.Id.Value, u.ShortName, null, null)).ToListAsync(ct)).Where(u => members.Contains(u.Value)).ToList();
        string Of(string name) => http.Request.HasFormContentType ? http.Request.Form[name].FirstOrDefault() ?? "" : "";
        return new([.. rows.Select(r => new BatchRow(r.Id, r.Number, r.Title, Label.Of(r.Type), r.Due))], (await db.OrderCodes(ct)).ClassChoices(http.Act().Today), units,
            http.Request.HasFormContentType ? [.. http.Request.Form["order"].Select(v => v ?? "")] : [], Of("class"), Of("unit"), Of("basis"), errors, faults);
    }
}
