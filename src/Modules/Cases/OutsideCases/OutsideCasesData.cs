using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;

namespace Yimen.Cases.OutsideCases;

internal static class OutsideCasesData
{
    extension(AppDb db)
    {
        public DbSet<OutsideCase> OutsideCases => db.Set<OutsideCase>();
    }

    extension(IQueryable<OutsideCase> cases)
    {
        /// <summary>All but those that were registered by mistake.</summary>
        public IQueryable<OutsideCase> Standing => cases.Where(c => c.State != OutsideState.Voided);

        /// <summary>Not finished over there though the day computed here has passed.</summary>
        public IQueryable<OutsideCase> PastDue(DateOnly today) => cases.Standing.Where(c => c.FinishedOn == null && c.Due < today);

        public IQueryable<OutsideCase> Within(ScopeReach reach) => reach.Everywhere
            ? cases
            : cases.Where(c => reach.Units.Contains(c.Unit) || reach.Villages.Contains(c.Area) || reach.Towns.Contains(c.Town));
    }
}
