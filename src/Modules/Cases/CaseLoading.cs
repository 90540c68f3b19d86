using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Acting;
using Yimen.Cases.Correction;
using Yimen.Cases.Deferrals;
using Yimen.Cases.Marks;
using Yimen.Cases.Motions;
using Yimen.Cases.Pickup;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Cases;

/// <summary>
/// Loads one case with everything that belongs to it, and asks for no more than there is: one statement for the case and for the word which of its lists hold
/// anything, then one for each list that does. Most cases have materials and no more, and so take two statements where <c>Whole</c> takes eleven.
/// </summary>
internal static class CaseLoading
{
    extension(AppDb db)
    {
        /// <summary>To be changed: within <paramref name="reach"/>, or null.</summary>
        public async Task<Case?> LoadCase(Guid id, Func<IQueryable<Case>, IQueryable<Case>> reach, CancellationToken ct)
        {
            var found = await reach(db.Cases).Where(c => c.Id == id).WithFacts.Select(c => new
            {
                Case = c, Materials = c.Materials.Any(), Opinions = c.Opinions.Any(), Actings = c.Actings.Any(), Parcels = c.Parcels.Any(), Corrections = c.Corrections.Any(),
                Motions = c.Motions.Any(), Suspensions = c.Suspensions.Any(), Deferrals = c.Deferrals.Any(), Marks = c.Marks.Any(), Versions = c.MaterialVersions.Any(),
            }).FirstOrDefaultAsync(ct);
            if (found is null)
            {
                return null;
            }

            await db.Fill<CaseMaterial>(found.Materials, m => m.CaseId == id, ct);
            await db.Fill<Opinion>(found.Opinions, o => o.CaseId == id, ct);
            await db.Fill<ActingFact>(found.Actings, a => a.CaseId == id, ct);
            await db.Fill<Parcel>(found.Parcels, p => p.CaseId == id, ct);
            await db.Fill<CaseCorrection>(found.Corrections, c => c.CaseId == id, ct);
            await db.Fill<CaseMotion>(found.Motions, m => m.CaseId == id, ct);
            await db.Fill<CaseSuspension>(found.Suspensions, s => s.CaseId == id, ct);
            await db.Fill<Deferral>(found.Deferrals, d => d.CaseId == id, ct);
            await db.Fill<MaterialMark>(found.Marks, m => m.CaseId == id, ct);
            await db.Fill<MaterialVersion>(found.Versions, v => v.CaseId == id, ct);
            return found.Case;
        }
    }

    extension(County county)
    {
        /// <summary>To be looked at: read by a context of its own, so that nothing done to it can be saved and no change under way sees it.</summary>
        public async Task<Case?> ReadCase(Guid id, Func<IQueryable<Case>, IQueryable<Case>> reach, CancellationToken ct)
        {
            await using var own = county.OpenDb();
            return await own.LoadCase(id, reach, ct);
        }
    }
}
