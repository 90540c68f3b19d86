using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Limits;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Rechecks;

/// <summary>How people reach a dissatisfied order: within their scope, changed only over the version they saw; 重办 goes through the order's own verb in the same write.</summary>
internal sealed class RecheckDesk(AppDb db, Writer writer, OrderDesk orders, PermissionTable table)
{
    /// <exception cref="NotThere">None, or not theirs.</exception>
    public async Task<OrderRecheck> Find(HttpContext http, Guid id, CancellationToken ct) =>
        await db.Set<OrderRecheck>().AsNoTracking().Include(r => r.Explanations).Within(http, table, RecheckPermissions.Read).FirstOrDefaultAsync(r => r.Id == id, ct) ?? throw new NotThere();

    public async Task<RecheckRow> Row(HttpContext http, Guid id, CancellationToken ct) =>
        await Find(http, id, ct) is var r ? new(r.Id, r.OrderNumber, r.Title, r.Unit.Value, r.Verdict, r.SaidOn, r.ExplainBy, IsLate(r, http.Act().Today), r.State) : throw new NotThere();

    public async Task Change(HttpContext http, Guid id, string permission, string? reason, Func<OrderRecheck, OrderAct, Task> verb, CancellationToken ct)
    {
        var by = await orders.ActBy(http.Act(reason), ct);
        await writer.Write(by.Act, http.IdempotencyKey, async () =>
        {
            var found = await db.Set<OrderRecheck>().Include(r => r.Explanations).Within(http, table, permission).FirstOrDefaultAsync(r => r.Id == id, ct) ?? throw new NotThere();
            await Stale.Check(db, found, http.Request.SeenVersion, ($"不满意件 {found.OrderNumber}", Label.Of(found.State), found.Href), ct);
            await verb(found, by);
            return true;
        }, ct);
    }

    public Task Decide(HttpContext http, Guid id, string answer, string remark, bool falseReply, CancellationToken ct) =>
        Change(http, id, RecheckPermissions.Decide, remark, async (r, by) =>
        {
            switch (answer)
            {
                case "accept":
                    r.Accept(by.Act);
                    break;
                case "back":
                    r.SendBack(by.Clock.Due(by.Act.Today, by.Limits.Days(OrderLimitCode.RecheckExplain))!.Value, by.Act);
                    break;
                default:
                    r.Rehandle(falseReply, by.Act);
                    await Again(r, by, ct);
                    break;
            }
        }, ct);

    public async Task<RecheckView> View(HttpContext http, Guid id, FormErrors errors, CancellationToken ct)
    {
        var r = await Find(http, id, ct);
        var unit = await db.UnitRefs.AsNoTracking().Where(u => u.Id == r.Unit).Select(u => u.ShortName).FirstOrDefaultAsync(ct) ?? r.Unit.Value;
        var state = await db.Orders.AsNoTracking().Where(o => o.Id == r.OrderId).Select(o => o.State).FirstAsync(ct);
        var decides = r.State == OrderRecheckState.Explained && http.Visitor.May(table, RecheckPermissions.Decide);
        return new(r.Id, r.OrderId, r.OrderNumber, r.Title, unit, r.Verdict, r.SaidOn, r.AskedOn, r.ExplainBy, IsLate(r, http.Act().Today), r.State, r.Remark, r.DecidedByName, r.DecidedOn, r.FalseReply, r.Trail.Count)
        {
            Explanations = [.. r.Explanations.OrderBy(x => x.Sequence).Select(x => new ExplanationRow(x.Text, x.ByName, x.At, x.Due, x.On > x.Due, x.FileId))],
            OpensOrder = (await db.Orders.Opening(http.Visitor, table, [r.OrderId], ct)).Count > 0, MayExplain = r.State == OrderRecheckState.Asked && http.Visitor.Actor.Unit == r.Unit && http.Visitor.May(table, RecheckPermissions.Explain), MayDecide = decides, MayRehandle = decides && OrderLifecycle.Table.Can(state, OrderVerb.Rehandle),
            Errors = errors, Typed = http.Request.HasFormContentType ? http.Request.Form.ToDictionary(f => f.Key, f => f.Value.FirstOrDefault() ?? "") : new Dictionary<string, string>(),
        };
    }

    private static bool IsLate(OrderRecheck r, DateOnly today) => r.State == OrderRecheckState.Asked && r.ExplainBy < today;

    // an order that is being handled again already is not sent back a second time
    private async Task Again(OrderRecheck r, OrderAct by, CancellationToken ct)
    {
        var order = (await db.LoadOrder(r.OrderId, ct))!;
        await orders.Carry(order, (o, b) =>
        {
            o.Rehandle(b.Limits[OrderLimitCode.Rehandling], null, b.NewId(), b.Act, b.Clock);
            return Task.CompletedTask;
        }, by, ct);
    }
}
