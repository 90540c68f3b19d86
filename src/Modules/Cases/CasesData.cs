using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;

namespace Yimen.Cases;

internal static class CasesData
{
    extension(AppDb db)
    {
        public DbSet<Case> Cases => db.Set<Case>();
    }

    // in which the table lets a case be put away
    private static readonly CaseState[] Ended = [.. CaseLifecycle.Table.Table.Keys.Where(k => k.Verb == CaseVerb.Archive).Select(k => k.From)];

    extension(IQueryable<Case> cases)
    {
        /// <summary>待归档: ended, and not yet put away.</summary>
        public IQueryable<Case> Unarchived => cases.Where(c => Ended.Contains(c.State));

        /// <summary>With everything that belongs to it. A single one is loaded by <see cref="CaseLoading"/>, which asks for less.</summary>
        public IQueryable<Case> Whole => cases.WithFacts.Include(c => c.Materials).Include(c => c.Opinions).Include(c => c.Actings).Include(c => c.Parcels).Include(c => c.Corrections).Include(c => c.Motions).Include(c => c.Suspensions)
            .Include(c => c.Deferrals).Include(c => c.Marks).Include(c => c.MaterialVersions).AsSplitQuery();

        /// <summary>With what a case has at most one of.</summary>
        public IQueryable<Case> WithFacts => cases.Include(c => c.HandOut).Include(c => c.Decision).Include(c => c.Delivery).Include(c => c.Extension).Include(c => c.Hearing).Include(c => c.Ending)
            .Include(c => c.Certificate).Include(c => c.Archive).Include(c => c.LateEntry);

        /// <summary>Filed or received: everything but drafts.</summary>
        public IQueryable<Case> Real => cases.Where(c => c.State != CaseState.Draft && c.State != CaseState.Discarded);

        /// <summary>异常办件剔除: counted by the figures, or left out of them.</summary>
        public IQueryable<Case> Counted(bool leftOut = false) => leftOut ? cases.Where(c => c.Exclusions > 0) : cases.Where(c => c.Exclusions == 0);

        /// <summary>What an account filed online itself, drafts included; discarded ones are gone for it.</summary>
        public IQueryable<Case> FiledBy(Guid account) => cases.Where(c => c.AccountId == account && c.State != CaseState.Discarded);

        /// <summary>Not decided though the promised day has passed.</summary>
        public IQueryable<Case> Overdue(DateOnly today) => cases.Where(c => c.ClosedOn == null && c.Due < today);

        /// <summary>What this visitor may see by <paramref name="verb"/>: the units and areas of the scopes, or nothing.</summary>
        public IQueryable<Case> Within(Visitor visitor, PermissionTable table, string verb)
        {
            var scopes = visitor.ScopesFor(table, verb);
            if (scopes.Any(s => s.Unit is null && s.Area is null))
            {
                return cases;
            }

            var units = scopes.Where(s => s.Area is null).Select(s => s.Unit!.Value).Distinct().ToList();
            var areas = scopes.Where(s => s.Area is not null).Select(s => s.Area!.Value).Distinct().ToList();
            var villages = areas.Where(a => !a.Value.EndsWith("000", StringComparison.Ordinal)).ToList();
            var towns = areas.Except(villages).Select(a => a.Value[..9]).ToList();
            return cases.Where(c => units.Contains(c.Unit) || villages.Contains(c.Area) || towns.Contains(c.Town));
        }
    }
}
