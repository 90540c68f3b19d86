using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Cases.CasePage;

/// <summary>The journal as a story: for staff every act with its actor, for the applicant what concerns them in plain words.</summary>
internal static class CaseTimeline
{
    /// <summary>The journal of a matter beside the case, for staff.</summary>
    public static async Task<IReadOnlyList<TimelineEntry>> OfMatter(AppDb db, MatterRef matter, CancellationToken ct)
    {
        var rows = await db.Set<JournalEntry>().AsNoTracking().Where(j => j.Kind == matter.Kind && j.MatterId == matter.Id).OrderByDescending(j => j.Number)
            .Select(j => new { j.At, j.ActorName, j.Verb, j.Reason }).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.At, r.ActorName, r.Verb) { Why = r.Reason })];
    }

    public static async Task<IReadOnlyList<TimelineEntry>> Of(AppDb db, Guid caseId, bool forStaff, CancellationToken ct)
    {
        var entries = db.Set<JournalEntry>().AsNoTracking().Where(j => j.Kind == "case" && j.MatterId == caseId);
        entries = forStaff ? entries : entries.Where(j => ApplicantWords.Told.Contains(j.Verb));
        var rows = await entries.OrderByDescending(j => j.Number).Select(j => new { j.At, j.ActorName, j.Verb, j.Reason }).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.At, forStaff ? r.ActorName : "", forStaff ? r.Verb : ApplicantWords.Of(r.Verb)) { Why = r.Reason })];
    }
}
