using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Data;
using Yimen.Platform.Documents;
using Yimen.Platform.Identity;

namespace Yimen.Cases.Papers;

/// <summary>Who reads a case's documents: the account that filed it, and staff within their scope.</summary>
internal static class PaperDoor
{
    public static readonly DocumentDoor Door = new("case", Opens);

    private static async Task<bool> Opens(HttpContext http, Guid caseId)
    {
        var (visitor, services) = (http.Visitor, http.RequestServices);
        if (!visitor.IsSignedIn)
        {
            return false;
        }

        var (db, table, me) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<PermissionTable>(), visitor.Actor.AccountId);
        return await db.Cases.AnyAsync(c => c.Id == caseId && c.AccountId == me, http.RequestAborted)
            || await db.Cases.Within(visitor, table, CasePermissions.Read).AnyAsync(c => c.Id == caseId, http.RequestAborted);
    }
}
