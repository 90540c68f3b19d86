using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Dispatches;

/// <summary>One that waits to be dispatched.</summary>
public sealed record WaitingRow(Guid Id, string Number, string Title, string Type, string Urgency, DateOnly? Due);

/// <param name="Current">The one that is read now; null when none waits.</param>
public sealed record QueueView(DispatchView? Current, IReadOnlyList<WaitingRow> Waiting, int Total, int At);

/// <summary>派单台 — new orders one after another: read, settle, next; the urgent first, then the oldest. By keyboard alone: Tab walks the form, Enter posts it and brings the next.</summary>
internal static class DispatchQueue
{
    public const string Here = "/desk/orders/dispatching";
    private const int Ahead = 15;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, async (HttpContext http, Guid? order, string? after, AppDb db, OrderDesk desk, DispatchOrder.Dispatching dispatching, CancellationToken ct) =>
            Page.Of<QueuePage>(http, await View(http, order, after, (db, desk, dispatching), ct))).RequirePermission(OrderPermissions.Dispatch);
    }

    private static async Task<QueueView> View(HttpContext http, Guid? order, string? after, (AppDb Db, OrderDesk Desk, DispatchOrder.Dispatching Dispatching) by, CancellationToken ct)
    {
        var waiting = by.Db.Orders.AsNoTracking().Where(o => o.State == OrderState.Received).OrderByDescending(o => o.Urgency).ThenBy(o => o.ReceivedAt).ThenBy(o => o.Id);
        var rows = await waiting.Take(500).Select(o => new { o.Id, o.Number, o.Title, o.Type, o.Urgency, o.Due }).ToListAsync(ct);
        var at = order is { } wanted ? rows.FindIndex(r => r.Id == wanted) : after is not null ? rows.FindIndex(r => r.Number == after) + 1 : 0;
        at = at < 0 || at >= rows.Count ? 0 : at;
        var current = rows.Count == 0 ? null : await by.Dispatching.View(http, await by.Desk.Find(http, rows[at].Id, OrderPermissions.Dispatch, ct), new(), ct);
        return new(current, [.. rows.Skip(Math.Max(0, at - 2)).Take(Ahead).Select(r => new WaitingRow(r.Id, r.Number, r.Title, Label.Of(r.Type), Label.Of(r.Urgency), r.Due))], rows.Count, at);
    }
}
