using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Cases.CasePage;

/// <summary>The journal as a story: the same words for citizen and clerk, minus what is not the citizen's.</summary>
internal static class CaseTimeline
{
    // what goes on inside the unit is told to the applicant when it is decided, not before
    private static readonly string[] Inside = ["接办", "审查", "退回重审", "查看完整信息", "重算期限"];

    public static async Task<IReadOnlyList<TimelineEntry>> Of(AppDb db, Guid caseId, bool forStaff, CancellationToken ct)
    {
        var rows = await db.Set<JournalEntry>().AsNoTracking()
            .Where(j => j.Kind == "case" && j.MatterId == caseId && (forStaff || !Inside.Contains(j.Verb)))
            .OrderByDescending(j => j.Number)
            .Select(j => new { j.At, j.ActorName, j.Verb, j.Reason, j.To })
            .ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.At, forStaff ? r.ActorName : "", r.Verb) { Why = r.Reason })];
    }
}
