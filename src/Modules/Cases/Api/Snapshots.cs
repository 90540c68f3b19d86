using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Cases.Api;

/// <summary>Reads the snapshot of one case, and tells whose it is to read.</summary>
internal sealed class Snapshots(AppDb db, CountyScope scope, PermissionTable table)
{
    private static readonly Translated<Func<AppDb, Guid, CancellationToken, Task<SnapshotRow?>>> ById = new(() =>
        EF.CompileAsyncQuery((AppDb db, Guid id, CancellationToken ct) => db.Set<Case>().AsNoTracking().Where(c => c.Id == id).Select(SnapshotRow.Of).FirstOrDefault()));

    /// <exception cref="NotThere">There is none, or it is not the visitor's.</exception>
    public async Task<CaseSnapshot> Find(Visitor visitor, Guid id, CancellationToken ct)
    {
        // found by its key alone; whether it is the visitor's is held against the row, which spares the database a longer condition
        var row = await ById.For(db)(db, id, ct);
        return row is not null && IsFor(visitor, row) ? row.Masked(scope.County) : throw new NotThere();
    }

    private bool IsFor(Visitor visitor, SnapshotRow row) => row.Shown.State switch
    {
        CaseState.Discarded => false,
        _ when row.AccountId == visitor.Actor.AccountId => true,
        CaseState.Draft => false,
        _ => visitor.May(table, CasePermissions.Read, row.Shown.Unit, row.Shown.Area),
    };
}
