using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;

namespace Yimen.Cases.Pledges;

/// <summary>One pledge on the page of its case.</summary>
/// <param name="Opens">The reader may open the pledge itself.</param>
public sealed record PledgeLine(Guid Id, string Material, PledgeState State, DateOnly CheckBy, string? Letter, bool Opens)
{
    internal static async Task<IReadOnlyList<PledgeLine>> Of(AppDb db, Guid caseId, bool opens, CancellationToken ct) =>
        await db.Pledges.AsNoTracking().Where(p => p.CaseId == caseId).OrderBy(p => p.Order)
            .Select(p => new PledgeLine(p.Id, p.Material, p.State, p.CheckBy, p.DocumentId == null ? null : "/documents/" + p.DocumentId, opens)).ToListAsync(ct);
}
