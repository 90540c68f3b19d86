using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Points;

namespace Yimen.Hotline.Callers;

public sealed record MyOrderRow(string Number, string Code, string Title, string State, DateTimeOffset At);

public sealed record MyOrdersView(IReadOnlyList<MyOrderRow> Rows);

/// <summary>我的诉求 — what an account wrote itself, in 我的 and on a page of its own.</summary>
internal static class MyOrders
{
    private const string Here = "/my/orders";
    private const int Most = 100;

    public static readonly MatterList List = new(40, "我的诉求", Here, "您还没有提交过诉求。", async (db, actor, take, ct) =>
    {
        var mine = db.Orders.AsNoTracking().Where(o => o.AccountId == actor.AccountId);
        var rows = await mine.OrderByDescending(o => o.ReceivedAt).ThenBy(o => o.Id).Take(take).Select(o => new { o.Number, o.QueryCode, o.Title, o.State, o.ReceivedAt }).ToListAsync(ct);
        return new(await mine.CountAsync(ct), [.. rows.Select(r => new MatterLine(r.Title, $"{Progress.Here}?number={r.Number}&code={r.QueryCode}", r.Number, Words(r.State), OrderTone.Of(r.State), r.ReceivedAt))]);
    });

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Here, async (HttpContext http, AppDb db, CancellationToken ct) =>
    {
        var me = http.Visitor.Actor.AccountId;
        var rows = await db.Orders.AsNoTracking().Where(o => o.AccountId == me).OrderByDescending(o => o.ReceivedAt).ThenBy(o => o.Id).Take(Most).Select(o => new { o.Number, o.QueryCode, o.Title, o.State, o.ReceivedAt }).ToListAsync(ct);
        return Page.Of<MyOrdersPage>(http, new MyOrdersView([.. rows.Select(r => new MyOrderRow(r.Number, r.QueryCode, r.Title, Words(r.State), r.ReceivedAt))]));
    }).RequireAuthorization();

    // whether it waits for a dispatcher or a reviewer is the house's affair
    private static string Words(Contracts.OrderState state) => state < Contracts.OrderState.Signed ? "已受理" : state < Contracts.OrderState.FollowUp ? "办理中" : state == Contracts.OrderState.FollowUp ? "已答复" : Label.Of(state);
}
