using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;

namespace Yimen.Cases.Assistance;

internal static class AssistanceData
{
    extension(AppDb db)
    {
        public DbSet<AssistanceOrder> AssistanceOrders => db.Set<AssistanceOrder>();

        public DbSet<VillageVisit> VillageVisits => db.Set<VillageVisit>();

        /// <summary>Who may be an agent in an area: its town's or village's clerks.</summary>
        public async Task<IReadOnlyList<Actor>> AgentsOf(AreaCode area, CancellationToken ct)
        {
            var clerks = await (from g in db.Set<Grant>().AsNoTracking()
                                where g.Role == Roles.TownClerk && g.Area != ""
                                join a in db.Users.AsNoTracking() on g.AccountId equals a.Id
                                where a.State == AccountState.Active
                                orderby a.DisplayName, a.UserName
                                select new { g.Area, a.Id, a.DisplayName, a.Unit }).ToListAsync(ct);
            return [.. clerks.Where(c => new AreaCode(c.Area).Contains(area)).Select(c => new Actor(c.Id, c.DisplayName, c.Unit)).DistinctBy(a => a.AccountId)];
        }
    }

    extension(IQueryable<DivisionRef> divisions)
    {
        /// <summary>Towns and villages within the reach; all of them where it has no area of its own.</summary>
        public IQueryable<DivisionRef> Within(ScopeReach reach) => reach.Villages.Count + reach.Towns.Count == 0
            ? divisions.Where(d => d.Level == 5 || d.Level == 6)
            : divisions.Where(d => (d.Level == 5 || d.Level == 6) && (reach.Villages.Contains(d.Code) || reach.Towns.Contains(((string)(object)d.Code).Substring(0, 9))));
    }

    extension(IQueryable<AssistanceOrder> orders)
    {
        public IQueryable<AssistanceOrder> Whole => orders.Include(o => o.Authorities).Include(o => o.Papers).ThenInclude(p => p.Return).Include(o => o.Cases).AsSplitQuery();

        public IQueryable<AssistanceOrder> Within(ScopeReach reach) => reach.Everywhere ? orders : orders.Where(o => reach.Villages.Contains(o.Area) || reach.Towns.Contains(o.Town));
    }

    extension(IQueryable<VillageVisit> visits)
    {
        public IQueryable<VillageVisit> Within(ScopeReach reach) => reach.Everywhere ? visits : visits.Where(v => reach.Villages.Contains(v.Area) || reach.Towns.Contains(v.Town));
    }
}
