using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Dispatches;
using Yimen.Hotline.Reminders;
using Yimen.Hotline.Replies;
using Yimen.Hotline.Returns;
using Yimen.Hotline.Visits;
using Yimen.Kernel;
using Yimen.Platform.Data;

namespace Yimen.Hotline.Kpi;

/// <summary>Reads what is counted of some orders: eight queries, however many they are.</summary>
internal static class FactReading
{
    private static readonly OrderState[] Gone = [OrderState.ReturnedToCity, OrderState.Archived];

    public static async Task<IReadOnlyList<OrderFacts>> Facts(this AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var orders = await db.Orders.AsNoTracking().Where(o => ids.Contains(o.Id)).Select(o => new
        {
            o.Id, o.ReceivedOn, o.Type, o.Town, o.Unit, o.MasterId, o.DirectAnswer, HasPhone = o.Requester.PhoneIndex != "",
            ReturnedOn = Gone.Contains(o.State) ? o.ClosedOn : null,
        }).ToListAsync(ct);
        var dispatches = Lookup(await db.Set<OrderDispatch>().AsNoTracking().Where(d => ids.Contains(d.OrderId)).Select(d => new { d.OrderId, d.On, d.Unit, InTime = d.SignedAt <= d.SignBy }).ToListAsync(ct), d => new DispatchFact(d.OrderId, d.On, d.Unit.Value, d.InTime));
        var closures = Lookup(await db.Set<OrderClosure>().AsNoTracking().Where(c => ids.Contains(c.OrderId)).Select(c => new { c.OrderId, c.On, c.Unit, c.AnsweredOn, c.Due }).ToListAsync(ct), c => new ClosureFact(c.OrderId, c.On, Code(c.Unit), c.AnsweredOn <= c.Due, c.AnsweredOn < c.Due));
        var visits = Lookup(await db.Set<OrderVisit>().AsNoTracking().Where(v => v.Reached && ids.Contains(v.OrderId)).Select(v => new { v.OrderId, v.On, v.Unit, v.Attitude, v.Result, v.Said }).ToListAsync(ct), v => new VisitFact(v.OrderId, v.On, Code(v.Unit), v.Attitude, v.Result, v.Said));
        var rehandled = Lookup(await db.Set<OrderRehandling>().AsNoTracking().Where(r => ids.Contains(r.OrderId)).Select(r => new { r.OrderId, r.On, r.Unit }).ToListAsync(ct), r => new DatedFact(r.OrderId, r.On, Code(r.Unit)));
        var returns = Lookup(await db.Set<OrderReturn>().AsNoTracking().Where(r => !r.Transfer && ids.Contains(r.OrderId)).Select(r => new { r.OrderId, r.On, r.Unit }).ToListAsync(ct), r => new DatedFact(r.OrderId, r.On, r.Unit.Value));
        var pressed = Lookup(await db.Set<OrderReminder>().AsNoTracking().Where(r => r.Level != ReminderLevel.Reminder && ids.Contains(r.OrderId)).Select(r => new { r.OrderId, r.On, r.Unit, r.Level }).ToListAsync(ct), r => new ReminderFact(r.OrderId, r.On, r.Unit.Value, r.Level));
        var released = (await db.Set<OrderReply>().AsNoTracking().Where(r => r.ReleasedAt != null && ids.Contains(r.OrderId)).Select(r => new { r.OrderId, r.ReleasedAt }).ToListAsync(ct)).ToLookup(r => r.OrderId, r => ChinaTime.DateOf(r.ReleasedAt!.Value));
        return
        [
            .. orders.Select(o => new OrderFacts
            {
                Id = o.Id, ReceivedOn = o.ReceivedOn, Type = o.Type, Town = o.Town, Unit = Code(o.Unit), Follows = o.MasterId is not null, DirectAnswer = o.DirectAnswer, HasPhone = o.HasPhone,
                // put away after it was closed, it did not go back to the city
                ReturnedOn = closures[o.Id].Any(c => c.On == o.ReturnedOn) ? null : o.ReturnedOn,
                Dispatches = [.. dispatches[o.Id]], Closures = [.. closures[o.Id]], Visits = [.. visits[o.Id]], Rehandlings = [.. rehandled[o.Id]], Returns = [.. returns[o.Id]], Reminders = [.. pressed[o.Id]], ReleasedOn = [.. released[o.Id]],
            }),
        ];
    }

    private static string Code(UnitId? unit) => unit?.Value ?? "";

    private static ILookup<Guid, TFact> Lookup<TRow, TFact>(IEnumerable<TRow> rows, Func<TRow, TFact> fact)
        where TFact : DatedFact => rows.Select(fact).ToLookup(f => f.OrderId);
}
