using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Documents;
using Yimen.Platform.Identity;

namespace Yimen.Cases.Hearings;

/// <summary>The letters to the parties of a hearing: the unit's and the counter's to read, not the applicant's, to whom they are not addressed.</summary>
internal static class HearingLetters
{
    public const string MatterKind = "hearing-letter";

    public static readonly DocumentDoor Door = new(MatterKind, async (http, caseId) =>
    {
        var (db, table) = (http.RequestServices.GetRequiredService<AppDb>(), http.RequestServices.GetRequiredService<PermissionTable>());
        return http.Visitor.IsSignedIn && await db.Cases.Within(http.Visitor, table, CasePermissions.Read).AnyAsync(c => c.Id == caseId, http.RequestAborted);
    });

    public static MatterRef Of(Case c) => new(MatterKind, c.Id);
}
