using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;
using Yimen.Platform.Text;

namespace Yimen.Hotline;

internal static class OrdersData
{
    /// <summary>The kind under which order texts are searched.</summary>
    public const string TextKind = "order";

    private static readonly OrderState[] Ended = [OrderState.Closed, OrderState.ReturnedToCity, OrderState.Archived];
    private static readonly OrderState[] Unanswered = [OrderState.Received, OrderState.Following, OrderState.Dispatched, OrderState.Signed, OrderState.Handling, OrderState.UnitReview, OrderState.OfficeReview];

    extension(AppDb db)
    {
        public DbSet<WorkOrder> Orders => db.Set<WorkOrder>();

        /// <summary>What may be searched of an order: nothing of one under secrecy, and never who spoke (ruling 19, 20).</summary>
        public void Index(WorkOrder o)
        {
            if (!o.Secret)
            {
                TextIndex.Put(db, TextKind, o.Id, o.Title, $"{o.Content} {o.Appeal} {o.Address}");
            }
        }
    }

    extension(WorkOrder order)
    {
        /// <summary><see cref="Within"/> of one that is loaded.</summary>
        public bool IsWithin(Visitor visitor, PermissionTable table, string verb) => visitor.UnitsFor(table, verb) is not { } units
            || (order.Unit is { } lead && units.Contains(lead)) || order.Assists.Any(a => units.Contains(a.Unit)) || order.Duties.Any(d => units.Contains(d.Unit));
    }

    extension(IQueryable<WorkOrder> orders)
    {
        /// <summary>Which of these the visitor may open: what another unit handles now is told and is no link.</summary>
        public async Task<HashSet<Guid>> Opening(Visitor visitor, PermissionTable table, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
            [.. await orders.AsNoTracking().Within(visitor, table, OrderPermissions.Read).Where(o => ids.Contains(o.Id)).Select(o => o.Id).ToListAsync(ct)];

        /// <summary>With everything that belongs to it.</summary>
        public IQueryable<WorkOrder> Whole => orders.Include(o => o.Dispatches).Include(o => o.Assists).Include(o => o.Returns).Include(o => o.Suspensions).Include(o => o.Reminders).Include(o => o.Replies)
            .Include(o => o.Reviews).Include(o => o.Visits).Include(o => o.Closures).Include(o => o.Rehandled).Include(o => o.Coordinations).Include(o => o.Duties).Include(o => o.Errands).Include(o => o.Supplements).Include(o => o.Files).Include(o => o.Extension).AsSplitQuery();

        /// <summary>Neither closed nor gone back to the city.</summary>
        public IQueryable<WorkOrder> Open => orders.Where(o => !Ended.Contains(o.State));

        /// <summary>The caller has no answer though the county's day has passed.</summary>
        public IQueryable<WorkOrder> Overdue(DateOnly today) => orders.Where(o => Unanswered.Contains(o.State) && o.Due < today);

        /// <summary>Handled by themselves: what follows another is counted with it.</summary>
        public IQueryable<WorkOrder> Masters => orders.Where(o => o.MasterId == null);

        /// <summary>What this visitor may see by <paramref name="verb"/>: everything, or what their unit leads, assists or was given to do by a meeting.</summary>
        public IQueryable<WorkOrder> Within(Visitor visitor, PermissionTable table, string verb) => visitor.UnitsFor(table, verb) is not { } units ? orders
            : orders.Where(o => (o.Unit != null && units.Contains(o.Unit.Value)) || o.Assists.Any(a => units.Contains(a.Unit)) || o.Duties.Any(d => units.Contains(d.Unit)));
    }
}
