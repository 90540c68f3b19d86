using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Organization;

/// <summary>Two people changed one unit or window: who was faster, and both versions.</summary>
internal sealed class OrganizationConflicts(AppDb db)
{
    public async Task<ConflictView> Of(string what, MatterRef matter, IReadOnlyList<FieldPair> fields, string href, CancellationToken ct)
    {
        var last = await db.Set<JournalEntry>().AsNoTracking().Where(j => j.Kind == matter.Kind && j.MatterId == matter.Id).OrderByDescending(j => j.Number).FirstAsync(ct);
        return new(what, last.ActorName, last.At, fields, href);
    }
}
