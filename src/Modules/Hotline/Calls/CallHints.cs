using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Dispatches;
using Yimen.Hotline.Limits;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Hotline.Calls;

/// <summary>What the agent is shown while the caller speaks: the same caller's orders at once, and what the dispatcher would be shown as soon as there are words.</summary>
internal sealed class CallHints(AppDb db, OrderHints hints, CallDesk desk, CountyScope scope)
{
    private const int Shown = 8;

    // fewer characters say nothing
    private const int Telling = 4;

    public async Task<CallHintsView> Of(HotlineCall call, CallInput? typed, OrderAct by, CancellationToken ct)
    {
        var secret = db.Orders.Where(o => o.Secret);
        var calls = call.CallerIndex.Length == 0 ? 0 : await db.Calls.CountAsync(c => c.CallerIndex == call.CallerIndex && c.Id != call.Id && c.RingingAt < call.RingingAt && !secret.Any(o => o.Id == c.OrderId), ct);
        return new(await Orders(call, ct), calls, typed is null ? null : await Like(call, typed, by, ct));
    }

    // of what is under secrecy not even that it is there: it is found by its number alone
    private async Task<IReadOnlyList<CallerOrderRow>> Orders(HotlineCall call, CancellationToken ct)
    {
        if (desk.Whole(call) is not { } number)
        {
            return [];
        }

        var same = CallerNumbers.Indexes(number, scope.County.Keys);
        var theirs = db.Orders.AsNoTracking().Where(o => !o.Secret && same.Contains(o.Requester.PhoneIndex) && o.Id != call.OrderId);
        var open = await theirs.Open.OrderByDescending(o => o.ReceivedAt).Take(Shown).Select(o => new { o.Id, o.Number, o.Title, o.State, o.ReceivedOn }).ToListAsync(ct);
        var ids = open.Select(o => o.Id).ToList();
        var past = await theirs.Where(o => !ids.Contains(o.Id)).OrderByDescending(o => o.ReceivedAt).Take(Math.Max(0, Shown - open.Count)).Select(o => new { o.Id, o.Number, o.Title, o.State, o.ReceivedOn }).ToListAsync(ct);
        return [.. open.Concat(past).Select((o, n) => new CallerOrderRow(o.Id, o.Number, o.Title, Label.Of(o.State), o.ReceivedOn, n < open.Count))];
    }

    // as if it had been taken in already; nothing of it is kept
    private async Task<HintsView?> Like(HotlineCall call, CallInput typed, OrderAct by, CancellationToken ct)
    {
        var (title, content) = (typed.Order.Title, typed.Order.Content);
        if (title.Length + content.Length < Telling)
        {
            return null;
        }

        var type = Enum.TryParse<OrderType>(typed.Order.Type, out var t) && Enum.IsDefined(t) ? t : OrderType.Other;
        var draft = new OrderDraft
        {
            Source = OrderSource.Call, Type = type, Area = new(typed.Order.Area.Length == 12 ? typed.Order.Area : scope.County.Code + "000000"), Title = title, Content = content.Length > 0 ? content : title,
            Requester = new() { PhoneIndex = call.CallerIndex },
        };
        var like = await hints.Of(WorkOrder.Receive(by.NewId(), "", draft, by.Limits.Terms(type), by.Act, by.Clock), by, ct);
        var ids = like.Duplicates.Select(d => d.Id).ToList();
        var secret = await db.Orders.Where(o => ids.Contains(o.Id) && o.Secret).Select(o => o.Id).ToListAsync(ct);
        return like with { Duplicates = [.. like.Duplicates.Where(d => !secret.Contains(d.Id))] };
    }
}
