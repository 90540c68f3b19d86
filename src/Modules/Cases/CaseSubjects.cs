using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;

namespace Yimen.Cases;

internal static class CaseSubjects
{
    /// <summary>The item in force with its current version.</summary>
    /// <exception cref="NotThere">No such item, or it was never published.</exception>
    public static async Task<CaseSubject> SubjectOf(this AppDb db, Guid itemId, CancellationToken ct)
    {
        var found = await (
            from i in db.ItemRefs
            where i.Id == itemId
            join v in db.ItemVersionRefs on i.Current equals v.Id
            select new { Item = i, Version = v }).FirstOrDefaultAsync(ct);
        return found is null ? throw new NotThere() : new(found.Item, found.Version);
    }
}
