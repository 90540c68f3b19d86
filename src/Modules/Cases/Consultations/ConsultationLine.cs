using Microsoft.EntityFrameworkCore;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;

namespace Yimen.Cases.Consultations;

/// <summary>One asked unit on the page of the case.</summary>
public sealed record ConsultationLine(Guid Id, string Unit, ConsultationState State, DateOnly Due, bool? Agrees, string Opinion)
{
    /// <summary>The reader is of the unit that was asked or of the one that asked.</summary>
    public bool Opens { get; init; }

    internal static async Task<IReadOnlyList<ConsultationLine>> Of(AppDb db, Guid caseId, Visitor reader, PermissionTable table, CancellationToken ct)
    {
        var lines = await (from c in db.Consultations.AsNoTracking()
                           where c.CaseId == caseId && c.State != ConsultationState.Withdrawn
                           join u in db.UnitRefs on c.Unit equals u.Id
                           orderby c.AskedAt, c.Id
                           select new { Line = new ConsultationLine(c.Id, u.ShortName, c.State, c.Due, c.Agrees, c.Opinion), c.Unit, c.Lead }).ToListAsync(ct);
        return [.. lines.Select(l => l.Line with { Opens = new[] { l.Unit, l.Lead }.Any(u => reader.May(table, PaperPermissions.ReadConsultations, u)) })];
    }
}
