using Microsoft.EntityFrameworkCore;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;

namespace Yimen.Cases.Consultations;

/// <summary>One asked unit on the page of the case.</summary>
public sealed record ConsultationLine(Guid Id, string Unit, ConsultationState State, DateOnly Due, bool? Agrees, string Opinion)
{
    internal static async Task<IReadOnlyList<ConsultationLine>> Of(AppDb db, Guid caseId, CancellationToken ct) =>
        await (from c in db.Consultations.AsNoTracking() where c.CaseId == caseId && c.State != ConsultationState.Withdrawn join u in db.UnitRefs on c.Unit equals u.Id orderby c.AskedAt, c.Id
            select new ConsultationLine(c.Id, u.ShortName, c.State, c.Due, c.Agrees, c.Opinion)).ToListAsync(ct);
}
