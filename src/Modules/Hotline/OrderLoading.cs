using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Coordination;
using Yimen.Hotline.Dispatches;
using Yimen.Hotline.Files;
using Yimen.Hotline.Reminders;
using Yimen.Hotline.Replies;
using Yimen.Hotline.Returns;
using Yimen.Hotline.Reviews;
using Yimen.Hotline.Suspensions;
using Yimen.Hotline.Villages;
using Yimen.Hotline.Visits;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Hotline;

/// <summary>
/// Loads one order with everything that belongs to it, and asks for no more than there is: one statement for the order and for the word which of its lists hold
/// anything, then one for each list that does. An order that waits for its reply takes two where <c>Whole</c> takes sixteen.
/// </summary>
internal static class OrderLoading
{
    private static readonly Translated<Func<AppDb, Guid, CancellationToken, Task<Held?>>> ById = new(() => EF.CompileAsyncQuery((AppDb db, Guid id, CancellationToken ct) =>
        db.Set<WorkOrder>().Include(o => o.Extension).Where(o => o.Id == id).Select(o => new Held
        {
            Order = o, Dispatches = o.Dispatches.Any(), Assists = o.Assists.Any(), Returns = o.Returns.Any(), Suspensions = o.Suspensions.Any(), Reminders = o.Reminders.Any(),
            Replies = o.Replies.Any(), Reviews = o.Reviews.Any(), Visits = o.Visits.Any(), Closures = o.Closures.Any(), Rehandled = o.Rehandled.Any(),
            Coordinations = o.Coordinations.Any(), Duties = o.Duties.Any(), Errands = o.Errands.Any(), Supplements = o.Supplements.Any(), Files = o.Files.Any(),
        }).FirstOrDefault()));

    extension(AppDb db)
    {
        /// <summary>To be changed, by whomever the rule lets do so.</summary>
        public async Task<WorkOrder?> LoadOrder(Guid id, CancellationToken ct)
        {
            if (await ById.For(db)(db, id, ct) is not { } found)
            {
                return null;
            }

            await db.Fill<OrderDispatch>(found.Dispatches, r => r.OrderId == id, ct);
            await db.Fill<OrderAssist>(found.Assists, r => r.OrderId == id, ct);
            await db.Fill<OrderReturn>(found.Returns, r => r.OrderId == id, ct);
            await db.Fill<OrderSuspension>(found.Suspensions, r => r.OrderId == id, ct);
            await db.Fill<OrderReminder>(found.Reminders, r => r.OrderId == id, ct);
            await db.Fill<OrderReply>(found.Replies, r => r.OrderId == id, ct);
            await db.Fill<OrderReview>(found.Reviews, r => r.OrderId == id, ct);
            await db.Fill<OrderVisit>(found.Visits, r => r.OrderId == id, ct);
            await db.Fill<OrderClosure>(found.Closures, r => r.OrderId == id, ct);
            await db.Fill<OrderRehandling>(found.Rehandled, r => r.OrderId == id, ct);
            await db.Fill<OrderCoordination>(found.Coordinations, r => r.OrderId == id, ct);
            await db.Fill<CoordinationDuty>(found.Duties, r => r.OrderId == id, ct);
            await db.Fill<OrderErrand>(found.Errands, r => r.OrderId == id, ct);
            await db.Fill<OrderSupplement>(found.Supplements, r => r.OrderId == id, ct);
            await db.Fill<OrderFile>(found.Files, r => r.OrderId == id, ct);
            return found.Order;
        }
    }

    extension(County county)
    {
        /// <summary>To be looked at: read by a context of its own, so that nothing done to it can be saved and no change under way sees it.</summary>
        public async Task<WorkOrder?> ReadOrder(Guid id, CancellationToken ct)
        {
            await using var own = county.OpenDb();
            return await own.LoadOrder(id, ct);
        }
    }

    /// <summary>An order, and which of its lists hold anything.</summary>
    private sealed class Held
    {
        public required WorkOrder Order { get; init; }

        public bool Dispatches { get; init; }

        public bool Assists { get; init; }

        public bool Returns { get; init; }

        public bool Suspensions { get; init; }

        public bool Reminders { get; init; }

        public bool Replies { get; init; }

        public bool Reviews { get; init; }

        public bool Visits { get; init; }

        public bool Closures { get; init; }

        public bool Rehandled { get; init; }

        public bool Coordinations { get; init; }

        public bool Duties { get; init; }

        public bool Errands { get; init; }

        public bool Supplements { get; init; }

        public bool Files { get; init; }
    }
}
