using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;

namespace Yimen.Cases.Payments;

internal static class PaymentsData
{
    extension(AppDb db)
    {
        public DbSet<PaymentNotice> Payments => db.Set<PaymentNotice>();
    }

    extension(IQueryable<PaymentNotice> notices)
    {
        public IQueryable<PaymentNotice> Whole => notices.Include(p => p.Lines).Include(p => p.Reductions).Include(p => p.Payment).AsSplitQuery();

        /// <summary>All that were not withdrawn.</summary>
        public IQueryable<PaymentNotice> Standing => notices.Where(p => p.State != PaymentState.Withdrawn);

        public IQueryable<PaymentNotice> Within(ScopeReach reach) => reach.Everywhere
            ? notices
            : notices.Where(p => reach.Units.Contains(p.Unit) || reach.Villages.Contains(p.Area) || reach.Towns.Contains(p.Town));
    }
}
